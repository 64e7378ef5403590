namespace Desk.Channels;

/// <summary>The tag that a forum post gets for a topic.</summary>
/// <param name="Topic">The topic's slug. Subtopics count as their topic.</param>
/// <param name="Tag">The tag's name in the forum.</param>
public sealed record TagRule(string Topic, string Tag)
{
    /// <summary>Null if the text is not a topic and a tag; the error says why, and what to write instead.</summary>
    public static TagRule? Parse(string text, out string error)
    {
        if (text.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } tag])
        {
            error = $"{RuleReading.Quoted(text)} is not a topic and a tag. Write both, such as storms: Weather";
            return null;
        }

        error = tag.Length <= RuleLimits.TagLength
            ? ""
            : $"{RuleReading.Quoted(tag)} is longer than {RuleLimits.TagLength} characters, which is the most that a tag has. Shorten it.";
        return error.Length == 0 && RuleTexts.Topic(name, out error) is { } topic ? new(topic, tag) : null;
    }

    public override string ToString() => $"{Topic}: {Tag}";
}
