namespace News.Reading;

/// <summary>What a provider's own file says.</summary>
/// <param name="Domain">Lower case, without <c>www.</c>; the provider's identity.</param>
/// <param name="Name">As readers know it.</param>
sealed record ProviderDefinition(string Domain, string Name, Uri? Icon);

/// <summary>Reads one provider file: YAML without marks around it, or the front matter of a Markdown file.</summary>
static class ProviderReader
{
    public static (ProviderDefinition? Provider, IReadOnlyList<ContentProblem> Problems) Read(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new ContentProblems(path);
        if (ContentText.Decode(bytes, problems) is not { } text
            || Yaml(path, text, problems) is not { } yaml
            || FrontMatterParser.Parse(yaml, problems) is not { } map)
        {
            return (null, problems.All());
        }

        var fields = new FieldReader(map, ContentFormat.ProviderFile, problems);
        var icon = fields.Address("icon");
        var logos = Pictures.All(fields.Groups("images"), picture => picture.Address("url"));
        var provider = new ProviderDefinition(Domain(fields), fields.RequiredText("name"), icon ?? (logos is [var first, ..] ? first.Url : null));
        fields.WarnOfMisspellings();
        return (problems.HaveErrors ? null : provider, problems.All());
    }

    static FrontMatter? Yaml(string path, string text, ContentProblems problems) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? FrontMatter.Split(text, problems) : FrontMatter.Whole(text, problems);

    static string Domain(FieldReader fields)
    {
        var written = fields.RequiredText("domain");
        var domain = News.Provider.DomainOf(written);
        if (written.Length > 0 && Uri.CheckHostName(domain) is not UriHostNameType.Dns)
            fields.Fail("domain", $"domain \"{written}\" is not a domain. Write it without https:// and paths, such as gazette.example.");
        return domain;
    }
}
