namespace Desk.Outbox;

/// <summary>Outlets that took up a story since its post was made or it was followed, to be told in one message.</summary>
public sealed record CoverageUpdate
{
    public required long Id { get; init; }

    /// <summary>What names it in its message.</summary>
    public required long PublicKey { get; init; }

    /// <summary>The story as it was named then; it may be part of another by now.</summary>
    public required long StoryId { get; init; }

    /// <summary>As <see cref="Articles.Stories.CoverageLine.Outlet"/> spells them.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>The story's post in the forum; null where it is told elsewhere.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// In which a member who follows it is told, as <see cref="Channels.Language.Code"/>; null where it is told elsewhere.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>When new coverage of the story was last told there, in UTC; null where none was.</summary>
    public DateTimeOffset? LastToldAt { get; init; }
}
