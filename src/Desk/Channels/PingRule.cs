using Desk.Archive;

namespace Desk.Channels;

/// <summary>A role to ping, and for which stories. Rules are equal if their values are, topics included.</summary>
public sealed record PingRule
{
    /// <summary>The chat service's id of the role; in a file, it may be the role's name.</summary>
    public string Role { get; init; } = "";

    /// <summary>Slugs of topics, of which a story needs one; empty for every topic. Subtopics count as their topic.</summary>
    public IReadOnlyList<string> Topics { get; init => field = ListByValue<string>.Of(value); } = ListByValue<string>.None;

    /// <summary>
    /// How many outlets make a story worth the ping. If <see cref="Heat"/> is set too, either one is enough; if neither is set, every
    /// story on the topics is worth it.
    /// </summary>
    public int? Outlets { get; init; }

    /// <inheritdoc cref="Outlets"/>
    public int? Heat { get; init; }

    /// <summary>Those of its topics that the story has.</summary>
    public IEnumerable<string> TopicsOf(StoryFacts facts) => Topics.Where(facts.HasTopic);

    internal bool Fits(StoryFacts facts) =>
        (Topics.Count == 0 || TopicsOf(facts).Any())
        && ((Outlets is null && Heat is null) || facts.Outlets >= Outlets || facts.Heat >= Heat);

    /// <summary>As text that a <see cref="ListRule"/> reads: <c>role: 123; outlets: 5</c>.</summary>
    public override string ToString() => ItemText.Write(PingRules.Parts, PingRules.Only(this));
}
