namespace Articles;

/// <summary>The outlet that published an article.</summary>
/// <param name="Name">As readers know it; empty if unknown.</param>
/// <param name="Domain">Such as <c>harbourgazette.example</c>; empty if unknown.</param>
public sealed record Provider(string Name, string Domain, Uri? Icon = null)
{
    /// <summary>A domain in the form in which domains are compared: lower case, without <c>www.</c>, in ordinary letters.</summary>
    public static string DomainOf(string written)
    {
        var domain = HostForm.Plain(written).Trim().TrimEnd('.').ToLowerInvariant();
        return domain.StartsWith("www.", StringComparison.Ordinal) ? domain[4..] : domain;
    }

    public static Provider Unknown { get; } = new("", "");

    /// <summary>The name; without one the domain; empty without either.</summary>
    public string Label => Name.Length > 0 ? Name : Domain;
}
