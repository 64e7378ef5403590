namespace News.Stories;

/// <summary>What an import did to stories, as far as readers can see it.</summary>
public sealed record StoryChanges(IReadOnlyList<StoryChange> All)
{
    public static StoryChanges None { get; } = new([]);
}

/// <summary>What became of one story; a story that was merged and edited has one of each.</summary>
/// <param name="Other">The story that it was merged into or split from; null with the other kinds.</param>
public sealed record StoryChange(long StoryId, StoryChangeKind Kind, long? Other = null);

public enum StoryChangeKind
{
    /// <summary>Readers see it for the first time: none of its articles was ever listed.</summary>
    New,

    /// <summary>It has an article, or an article of it lists an address, that it had not.</summary>
    Grown,

    /// <summary>An article of it says something else.</summary>
    Edited,

    /// <summary>It lost an article.</summary>
    Shrunk,

    /// <summary>Readers see nothing of it any more.</summary>
    Emptied,

    /// <summary>It goes on as part of <see cref="StoryChange.Other"/>.</summary>
    Merged,

    /// <summary>It was part of <see cref="StoryChange.Other"/>.</summary>
    Split,
}
