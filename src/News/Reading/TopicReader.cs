namespace News.Reading;

/// <summary>What a topic's own file says.</summary>
/// <param name="ShortName">For tight places; null where the name is short enough.</param>
/// <param name="Parent">The name of the topic above; null at the top.</param>
/// <param name="Keywords">Other words that people use for it.</param>
/// <param name="Hashtags">Each with its #.</param>
sealed record TopicDefinition(string Name, string? ShortName, string? Parent, IReadOnlyList<string> Keywords, IReadOnlyList<string> Hashtags);

/// <summary>Reads one topic file: YAML, without marks around it.</summary>
static class TopicReader
{
    public static (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) Read(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new ContentProblems(path);
        if (ContentText.Decode(bytes, problems) is not { } text
            || FrontMatter.Whole(text, problems) is not { } yaml
            || FrontMatterParser.Parse(yaml, problems) is not { } map)
        {
            return (null, problems.All());
        }

        var fields = new FieldReader(map, ContentFormat.Topic, problems);
        var topic = new TopicDefinition(
            fields.RequiredText("name"),
            Name(fields.Text("shortname")),
            Name(fields.Text("parent")),
            Words(fields.Texts("keywords").Select(keyword => keyword.Text)),
            Words(fields.Texts("hashtags").SelectMany(Hashtags)));
        fields.WarnOfMisspellings();
        return (problems.HaveErrors ? null : topic, problems.All());
    }

    static string? Name(string? written) => string.IsNullOrEmpty(written) ? null : written;

    /// <summary>Some files write several in one text: <c>"#MSTeams #MicrosoftTeams"</c>.</summary>
    static IEnumerable<string> Hashtags(PlacedText written) =>
        written.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => $"#{tag.TrimStart('#')}").Where(tag => tag.Length > 1);

    static string[] Words(IEnumerable<string> words) => [.. words.Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
