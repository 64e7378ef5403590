using Articles.Stories;
using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Groups articles into stories after an import. It looks only at stories of changed articles, and at those that a changed article
/// now has evidence for: nothing changed between the other articles.
/// </summary>
static class StoryGrouping
{
    /// <summary>With this many articles, one pass over all keys is faster than a query for each article.</summary>
    const int Many = 1000;

    /// <summary>Whether <see cref="RegroupAsync"/> has anything to do.</summary>
    public static Task<bool> HasChangesAsync(DatabaseSession session) =>
        session.QuerySingleAsync<bool>("select exists (select 1 from story_changes)");

    /// <summary>Call it before new articles are marked as listed.</summary>
    public static async Task<StoryChanges> RegroupAsync(DatabaseSession session)
    {
        using var stories = new StoryReader(session);
        var changed = stories.Changed();
        var touched = stories.NeverListed().Concat(changed.Select(article => article.Id)).ToHashSet();
        if (touched.Count == 0)
            return StoryChanges.None;

        var wasVisible = changed.ToDictionary(article => article.Id, article => article.WasVisible);
        var members = touched.Count >= Many ? stories.AllMembers(wasVisible) : Affected(stories, touched, changed, wasVisible);
        var links = Links(stories, touched.Count >= Many ? stories.SharedKeys() : KeysOf(stories, members), members);
        var places = StoryPartition.Of(members, links);
        foreach (var member in members)
        {
            var (story, reason) = places[member.Id];
            if (story != member.Story || reason is not null)
                stories.Place(member.Id, story, reason);
        }

        // Withdrawn articles go with their story, so that no article keeps a story id that is free now.
        var still = members.Select(member => places[member.Id].Story).ToHashSet();
        foreach (var story in members.GroupBy(member => member.Story).Where(story => !still.Contains(story.Key)))
            stories.Move(story.Key, places[StoryPartition.KeeperOf(story.Key, story)].Story);
        await session.ExecuteAsync("delete from story_changes");
        return StoryComparison.Of(members, places, changed);
    }

    static List<StoryMember> Affected(
        StoryReader stories,
        HashSet<long> touched,
        List<ChangedArticle> changed,
        Dictionary<long, bool> wasVisible)
    {
        var affected = changed.Select(article => article.Story).ToHashSet();
        foreach (var id in touched)
        {
            if (stories.Member(id, wasVisible) is not { } member)
                continue;
            affected.Add(member.Story);
            var clues = stories.Clues(id);
            foreach (var near in clues.Keys().SelectMany(stories.WithKey).Distinct().Where(near => near != id))
            {
                if (stories.Member(near, wasVisible) is { } other
                    && !affected.Contains(other.Story)
                    && AreNear(member, other)
                    && StoryEvidence.Between(clues, stories.Clues(near)) is not null)
                    affected.Add(other.Story);
            }
        }

        return [.. affected.SelectMany(story => stories.MembersOf(story, wasVisible)).DistinctBy(member => member.Id)];
    }

    static IEnumerable<(long Key, long Id)> KeysOf(StoryReader stories, List<StoryMember> members) =>
        members.Count < 2 ? [] : members.SelectMany(member => stories.Clues(member.Id).Keys().Select(key => (key, member.Id)));

    static List<StoryLink> Links(StoryReader stories, IEnumerable<(long Key, long Id)> keys, List<StoryMember> members)
    {
        // Two articles that are connected through others need no evidence of their own: a hundred articles with the same list
        // would take thousands of comparisons.
        var groups = new Components(members.Count);
        var places = members.Index().ToDictionary(member => member.Item.Id, member => member.Index);
        var (links, compared) = (new List<StoryLink>(), new HashSet<(long, long)>());
        // In the order of time, so that articles that are compared are compared soon after another, while their clues are held.
        var sharing = keys.Where(key => places.ContainsKey(key.Id))
            .GroupBy(key => key.Key, key => members[places[key.Id]])
            .Select(same => same.OrderBy(member => member.PublishedAt).ThenBy(member => member.Id).ToList())
            .OrderBy(same => same[0].PublishedAt);
        foreach (var inTime in sharing)
        {
            for (var i = 0; i < inTime.Count; i++)
            {
                for (var j = i + 1; j < inTime.Count && AreNear(inTime[i], inTime[j]); j++)
                {
                    var (one, other) = (Math.Min(inTime[i].Id, inTime[j].Id), Math.Max(inTime[i].Id, inTime[j].Id));
                    if (groups.Of(places[one]) == groups.Of(places[other]) || !compared.Add((one, other)))
                        continue;
                    if (StoryEvidence.Between(stories.Clues(one), stories.Clues(other)) is not { } reason)
                        continue;
                    groups.Join(places[one], places[other]);
                    links.Add(new(one, other, reason));
                }
            }
        }

        return links;
    }

    static bool AreNear(StoryMember one, StoryMember other) =>
        (one.PublishedAt - other.PublishedAt).Duration() <= StoryEvidence.LinksWithin;
}
