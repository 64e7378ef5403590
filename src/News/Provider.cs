namespace News;

/// <summary>The outlet that published an article.</summary>
/// <param name="Name">As readers know it; empty where unknown.</param>
/// <param name="Domain">Such as <c>harbourgazette.example</c>; empty where unknown.</param>
public sealed record Provider(string Name, string Domain, Uri? Icon = null)
{
    public static Provider Unknown { get; } = new("", "");

    /// <summary>A host without <c>www.</c>, in lower case: how providers are told apart.</summary>
    public static string DomainOf(string host)
    {
        var domain = host.Trim().ToLowerInvariant();
        return domain.StartsWith("www.", StringComparison.Ordinal) ? domain[4..] : domain;
    }

    /// <summary>The name, or else the domain, or else nothing.</summary>
    public string Label => Name.Length > 0 ? Name : Domain;
}
