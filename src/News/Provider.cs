namespace News;

/// <summary>The outlet that published an article.</summary>
/// <param name="Name">As readers know it; empty where unknown.</param>
/// <param name="Domain">Such as <c>harbourgazette.example</c>; empty where unknown.</param>
public sealed record Provider(string Name, string Domain, Uri? Icon = null)
{
    /// <summary>One spelling of a domain, to compare: lower case, without <c>www.</c>.</summary>
    public static string DomainOf(string written)
    {
        var domain = written.Trim().TrimEnd('.').ToLowerInvariant();
        return domain.StartsWith("www.", StringComparison.Ordinal) ? domain[4..] : domain;
    }

    public static Provider Unknown { get; } = new("", "");

    /// <summary>The name, or else the domain, or else nothing.</summary>
    public string Label => Name.Length > 0 ? Name : Domain;
}
