namespace Articles.Files;

/// <summary>What a topic's own file says.</summary>
/// <param name="ShortName">For tight spaces; null if the file gives none.</param>
/// <param name="Parent">The parent topic's name; null at the top.</param>
/// <param name="Keywords">Other words that people use for it.</param>
/// <param name="Hashtags">Each with its #.</param>
public sealed record TopicDefinition(
    string Name, string? ShortName, string? Parent, IReadOnlyList<string> Keywords, IReadOnlyList<string> Hashtags);

/// <summary>What a provider's own file says.</summary>
/// <param name="Domain">The provider's identity: lower case, without <c>www.</c>.</param>
/// <param name="Name">As readers know it.</param>
public sealed record ProviderDefinition(string Domain, string Name, Uri? Icon);

/// <summary>Reads the files of topics and providers. A file with an error gives no definition.</summary>
static class DefinitionReader
{
    /// <summary>A topic's file is YAML from top to bottom.</summary>
    public static (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) Topic(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new ContentProblems(path);
        if (FrontMatter.Whole(bytes, problems)?.Parse(problems) is not { } map)
            return (null, problems.All());

        var fields = new FieldReader(map, ContentFormat.Topic, problems);
        var topic = new TopicDefinition(
            fields.RequiredText("name"),
            Name(fields.Text("shortname")),
            Name(fields.Text("parent")),
            Words(fields.Texts("keywords").Select(keyword => keyword.Text)),
            Words(fields.Texts("hashtags").SelectMany(written => Hashtags(written.Text))));
        if (topic.Name.Length > 0 && Articles.Topic.SlugOf(topic.Name).Length == 0)
            fields.Fail("name", $"name \"{topic.Name}\" has no letter, digit or symbol. Write the name that articles list under topics.");
        fields.WarnOfTypos();
        return (problems.HaveErrors ? null : topic, problems.All());
    }

    /// <summary>A provider's file is YAML from top to bottom, or the front matter of a Markdown file.</summary>
    public static (ProviderDefinition? Provider, IReadOnlyList<ContentProblem> Problems) Provider(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new ContentProblems(path);
        var isMarkdown = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var yaml = isMarkdown ? FrontMatter.Split(bytes, problems) : FrontMatter.Whole(bytes, problems);
        if (yaml?.Parse(problems) is not { } map)
            return (null, problems.All());

        var fields = new FieldReader(map, ContentFormat.ProviderFile, problems);
        var icon = Address(fields, "icon") is { } address && ArticleReader.IsShown(fields, "icon", address) ? address : null;
        var logos = ArticleReader.Images(fields.Groups("images"), image => Address(image, "url"));
        var name = fields.RequiredText("name");
        var provider = new ProviderDefinition(Domain(fields), name, icon ?? (logos is [var first, ..] ? first.Url : null));
        fields.WarnOfTypos();
        return (problems.HaveErrors ? null : provider, problems.All());
    }

    static string? Name(string? written) => string.IsNullOrEmpty(written) ? null : written;

    /// <summary>Some files write several in one text: <c>"#MSTeams #MicrosoftTeams"</c>.</summary>
    static IEnumerable<string> Hashtags(string written) =>
        written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => $"#{tag.TrimStart('#')}").Where(tag => tag.Length > 1);

    static string[] Words(IEnumerable<string> words) =>
        [.. words.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    static string Domain(FieldReader fields)
    {
        var written = fields.RequiredText("domain");
        var domain = Articles.Provider.DomainOf(written);
        if (written.Length > 0 && Uri.CheckHostName(domain) is not UriHostNameType.Dns)
        {
            fields.Fail("domain",
                $"domain \"{written}\" is not a domain. Write it without https:// and without a path, such as gazette.example.");
        }

        return domain;
    }

    /// <summary>A link that may be relative to a site that the desk doesn't know; it is then ignored with a warning.</summary>
    static Uri? Address(FieldReader fields, string name)
    {
        if (fields.Written(name) is not ['/' or '.', ..] relative)
            return fields.Link(name);
        fields.Warn(name,
            $"{name} \"{relative}\" is a relative address, so it is ignored. "
            + "Write the full address, such as https://gazette.example/icon.png.");
        return null;
    }
}
