namespace News.Reading;

/// <summary>What a topic's own file says.</summary>
/// <param name="ShortName">For tight places; null where the name is short enough.</param>
/// <param name="Parent">The name of the topic above; null at the top.</param>
sealed record TopicDefinition(string Name, string? ShortName, string? Parent);

/// <summary>Reads one topic file: YAML, without marks around it.</summary>
static class TopicReader
{
    public static (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) Read(string path, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<ContentProblem>();
        if (ContentText.Decode(path, bytes, problems) is not { } text
            || FrontMatterParser.Parse(path, new(text, FirstLine: 1, Body: ""), problems) is not { } map)
        {
            return (null, problems);
        }

        var fields = new FieldReader(path, map, problems);
        var topic = new TopicDefinition(
            fields.RequiredText("name", "name: Weather and tides") ?? "",
            fields.Text("shortname"),
            fields.Text("parent"));
        fields.Ignore("taxonomy", "_id", "keywords", "hashtags", "services");
        fields.WarnOfMisspellings();
        return (problems.Exists(problem => problem.Severity is ContentSeverity.Error) ? null : topic, problems);
    }
}
