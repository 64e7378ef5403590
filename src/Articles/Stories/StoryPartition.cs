namespace Articles.Stories;

/// <summary>A listed article as grouping sees it.</summary>
/// <param name="Story">The story that it was in before.</param>
/// <param name="WasVisible">Whether readers could see it before this import.</param>
/// <param name="IsFirst">Whether readers have never seen it.</param>
public readonly record struct StoryMember(long Id, long Story, DateTimeOffset PublishedAt, int? Quality, bool WasVisible, bool IsFirst);

/// <summary>Two articles of one story, and why.</summary>
public readonly record struct StoryLink(long One, long Other, string Reason);

/// <summary>The story of an article after grouping.</summary>
/// <param name="Reason">Why it is there, for people to read; null for the article that the story is named for.</param>
public readonly record struct StoryPlace(long Story, string? Reason);

/// <summary>
/// Turns groups of connected articles into stories. A story stays with the article that it started with or, if that is no longer
/// listed, with its lead. If several stories end up in one group, the oldest continues. A group without a story is named for its
/// first article.
/// </summary>
public static class StoryPartition
{
    /// <summary>The article with which a story stays.</summary>
    /// <param name="members">All listed articles of the story; at least one.</param>
    public static long KeeperOf(long story, IEnumerable<StoryMember> members)
    {
        var all = members.ToList();
        return all.Exists(member => member.Id == story) ? story : LeadOf(all).Id;
    }

    /// <param name="links">Only between these members.</param>
    /// <returns>The place of each member, by its id.</returns>
    public static IReadOnlyDictionary<long, StoryPlace> Of(IReadOnlyList<StoryMember> members, IReadOnlyList<StoryLink> links)
    {
        var places = members.Index().ToDictionary(member => member.Item.Id, member => member.Index);
        var groups = new Components(members.Count);
        foreach (var link in links)
            groups.Join(places[link.One], places[link.Other]);

        var names = new Dictionary<int, long>();
        foreach (var story in members.GroupBy(member => member.Story))
        {
            var group = groups.Of(places[KeeperOf(story.Key, story)]);
            names[group] = Math.Min(names.GetValueOrDefault(group, long.MaxValue), story.Key);
        }

        foreach (var (at, member) in members.Index().OrderBy(member => member.Item.Id))
            names.TryAdd(groups.Of(at), member.Id);
        var reasons = Reasons(links);
        return members.Index().ToDictionary(member => member.Item.Id, member => Place(member.Item.Id, names[groups.Of(member.Index)]));

        StoryPlace Place(long id, long story) => new(story, story == id ? null : reasons.GetValueOrDefault(id));
    }

    static StoryMember LeadOf(IEnumerable<StoryMember> members) =>
        members
            .OrderByDescending(member => member.Quality ?? int.MinValue)
            .ThenBy(member => member.PublishedAt)
            .ThenBy(member => member.Id)
            .First();

    /// <summary>An article's reason is its link with the oldest article.</summary>
    static Dictionary<long, string> Reasons(IReadOnlyList<StoryLink> links) => links
        .SelectMany(link => (StoryLink[])[link, new(link.Other, link.One, link.Reason)])
        .GroupBy(link => link.One)
        .ToDictionary(article => article.Key, article => article.MinBy(link => link.Other).Reason);
}

/// <summary>Which of several things are connected, directly or through others. Things are numbered from 0.</summary>
public sealed class Components(int count)
{
    readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>The lowest number that this thing is connected with, or its own.</summary>
    public int Of(int at)
    {
        while (parents[at] != at)
            at = parents[at] = parents[parents[at]];
        return at;
    }

    /// <summary>Connects two things. False if they already were connected.</summary>
    public bool Join(int one, int other)
    {
        (one, other) = (Of(one), Of(other));
        parents[Math.Max(one, other)] = Math.Min(one, other);
        return one != other;
    }
}
