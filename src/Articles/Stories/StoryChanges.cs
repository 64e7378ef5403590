namespace Articles.Stories;

/// <summary>What an import did to stories, as far as readers can see it.</summary>
public sealed record StoryChanges(IReadOnlyList<StoryChange> All)
{
    public static StoryChanges None { get; } = new([]);
}

/// <summary>What happened to one story. A story that was merged and edited has one change of each kind.</summary>
/// <param name="Other">The story that it was merged into or split from; null for other kinds.</param>
public sealed record StoryChange(long StoryId, StoryChangeKind Kind, long? Other = null);

public enum StoryChangeKind
{
    /// <summary>Readers see it for the first time: none of its articles was ever listed.</summary>
    New,

    /// <summary>It has a new article, or one of its articles lists a new address.</summary>
    Grown,

    /// <summary>One of its articles changed.</summary>
    Edited,

    /// <summary>An article of it that readers could no longer see is back.</summary>
    Returned,

    /// <summary>It lost an article.</summary>
    Shrunk,

    /// <summary>Readers no longer see any of it.</summary>
    Emptied,

    /// <summary>It was merged into <see cref="StoryChange.Other"/>.</summary>
    Merged,

    /// <summary>It was part of <see cref="StoryChange.Other"/>.</summary>
    Split,
}

/// <summary>A stored article that changed, and whether readers could see it before and can see it now.</summary>
/// <param name="IsEdited">Whether readers see another text.</param>
/// <param name="IsGrown">Whether it lists an address that it did not list before.</param>
public readonly record struct ChangedArticle(long Id, long Story, bool WasVisible, bool IsVisible, bool IsEdited, bool IsGrown);

/// <summary>What readers see happen to stories between two groupings.</summary>
public static class StoryComparison
{
    /// <param name="members">The articles that were grouped, as they were before.</param>
    /// <param name="now">The place of each of them.</param>
    public static StoryChanges Of(
        IReadOnlyList<StoryMember> members, IReadOnlyDictionary<long, StoryPlace> now, IReadOnlyList<ChangedArticle> changed)
    {
        var found = new HashSet<StoryChange>();
        var edits = changed.Where(article => article is { WasVisible: true, IsVisible: true }).ToDictionary(article => article.Id);
        var gone = changed.Where(article => article is { WasVisible: true, IsVisible: false }).ToList();
        var seen = members.Where(member => member.WasVisible).Select(member => member.Story);
        var before = seen.Concat(gone.Select(article => article.Story)).ToHashSet();
        var after = members.Select(member => now[member.Id].Story).ToHashSet();

        foreach (var story in members.GroupBy(member => now[member.Id].Story))
        {
            if (story.All(member => member.IsFirst) && !before.Contains(story.Key))
            {
                found.Add(new(story.Key, StoryChangeKind.New));
                continue;
            }

            foreach (var member in story)
            {
                if (!member.WasVisible)
                    found.Add(new(story.Key, StoryChangeKind.Grown));
                if (member is { WasVisible: false, IsFirst: false })
                    found.Add(new(story.Key, StoryChangeKind.Returned));
                if (member.WasVisible && member.Story != story.Key)
                    Move(member.Story, story.Key);
                if (edits.TryGetValue(member.Id, out var edit) && (edit.IsEdited || edit.IsGrown))
                    found.Add(new(story.Key, edit.IsGrown ? StoryChangeKind.Grown : StoryChangeKind.Edited));
            }
        }

        foreach (var article in gone)
            found.Add(new(article.Story, after.Contains(article.Story) ? StoryChangeKind.Shrunk : StoryChangeKind.Emptied));
        // A story that was merged into another isn't empty.
        var merged = found.Where(change => change.Kind is StoryChangeKind.Merged).Select(change => change.StoryId).ToHashSet();
        found.RemoveWhere(change => change.Kind is StoryChangeKind.Emptied && merged.Contains(change.StoryId));
        return new([.. found.OrderBy(change => change.StoryId).ThenBy(change => change.Kind)]);

        void Move(long from, long to)
        {
            if (after.Contains(from))
            {
                found.Add(new(from, StoryChangeKind.Shrunk));
                found.Add(before.Contains(to) ? new(to, StoryChangeKind.Grown) : new(to, StoryChangeKind.Split, from));
            }
            else if (before.Contains(to))
            {
                found.Add(new(from, StoryChangeKind.Merged, to));
                found.Add(new(to, StoryChangeKind.Grown));
            }
            else
            {
                // Nothing stayed with the story: its parts start over as stories of their own.
                found.Add(new(from, StoryChangeKind.Merged, to));
            }
        }
    }
}
