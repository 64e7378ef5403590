namespace News.Stories;

/// <summary>A listed article as the grouping sees it.</summary>
/// <param name="Story">The story that it was in.</param>
/// <param name="WasVisible">Whether readers could see it before this import.</param>
/// <param name="IsFirst">Whether they never could.</param>
readonly record struct StoryMember(long Id, long Story, DateTimeOffset PublishedAt, int? Quality, bool WasVisible, bool IsFirst);

/// <summary>Two articles of one story, and why.</summary>
readonly record struct StoryLink(long One, long Other, string Reason);

/// <summary>An article's place after the grouping.</summary>
readonly record struct StoryPlace(long Story, string? Reason);

/// <summary>
/// Names the groups of connected articles. A story stays with the article that it began with, or, where that is not listed,
/// with its lead. Of several stories in one group the oldest goes on; a group that no story stays with is named by its first article.
/// </summary>
static class StoryPartition
{
    /// <summary>With which article a story stays: the one that it began with, or, where that is not listed, its lead.</summary>
    public static long KeeperOf(long story, IEnumerable<StoryMember> members)
    {
        var all = members.ToList();
        return all.Exists(member => member.Id == story) ? story : LeadOf(all).Id;
    }

    public static Dictionary<long, StoryPlace> Of(IReadOnlyList<StoryMember> members, IReadOnlyList<StoryLink> links)
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
        return members.Index().ToDictionary(
            member => member.Item.Id,
            member => names[groups.Of(member.Index)] is var story && story == member.Item.Id ? new StoryPlace(story, null) : new(story, reasons.GetValueOrDefault(member.Item.Id)));
    }

    static StoryMember LeadOf(IEnumerable<StoryMember> members) =>
        members.OrderByDescending(member => member.Quality ?? int.MinValue).ThenBy(member => member.PublishedAt).ThenBy(member => member.Id).First();

    /// <summary>Each article is there because of the oldest that it is linked with.</summary>
    static Dictionary<long, string> Reasons(IReadOnlyList<StoryLink> links) => links
        .SelectMany(link => (StoryLink[])[link, new(link.Other, link.One, link.Reason)])
        .GroupBy(link => link.One)
        .ToDictionary(article => article.Key, article => article.MinBy(link => link.Other).Reason);
}
