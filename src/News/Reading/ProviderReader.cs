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
        var problems = new List<ContentProblem>();
        if (ContentText.Decode(path, bytes, problems) is not { } text
            || Yaml(path, text, problems) is not { } yaml
            || FrontMatterParser.Parse(path, yaml, problems) is not { } map)
        {
            return (null, problems);
        }

        var fields = new FieldReader(path, map, problems);
        var provider = new ProviderDefinition(
            Provider.DomainOf(fields.RequiredText("domain", "domain: gazette.example") ?? ""),
            fields.RequiredText("name", "name: Harbour Gazette") ?? "",
            fields.Address("icon") ?? fields.Groups("images").Select(Picture).OfType<Uri>().FirstOrDefault());
        fields.Ignore("taxonomy", "_id", "description", "services");
        fields.WarnOfMisspellings();
        return (problems.Exists(problem => problem.Severity is ContentSeverity.Error) ? null : provider, problems);
    }

    static FrontMatter? Yaml(string path, string text, List<ContentProblem> problems) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? FrontMatter.Split(path, text, problems) : new(text, FirstLine: 1, Body: "");

    static Uri? Picture(FieldReader fields)
    {
        var url = fields.Address("url");
        fields.Ignore("width", "height", "isCached", "title", "attribution");
        fields.WarnOfMisspellings();
        return url;
    }
}
