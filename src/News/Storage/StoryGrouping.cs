using Dapper;
using Microsoft.Data.Sqlite;
using News.Stories;

namespace News.Storage;

/// <summary>
/// Groups articles into stories after an import. Only stories of changed articles, and those that a changed article now has evidence
/// for, are looked at: what the other articles have to do with each other is as it was.
/// </summary>
static class StoryGrouping
{
    /// <summary>From here on one pass over all keys is faster than a look for each article.</summary>
    const int Many = 1000;

    /// <summary>Whether anything waits for <see cref="RegroupAsync"/>.</summary>
    public static Task<bool> HasChangesAsync(SqliteConnection connection) =>
        connection.QuerySingleAsync<bool>("select exists (select 1 from story_changes)");

    /// <summary>To be called before what is new is marked as listed.</summary>
    public static async Task<StoryChanges> RegroupAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var stories = new StoryReader(connection);
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

        // What is withdrawn goes where its story went, so that a name that is free is nobody's.
        var still = members.Select(member => places[member.Id].Story).ToHashSet();
        foreach (var story in members.GroupBy(member => member.Story).Where(story => !still.Contains(story.Key)))
            stories.Move(story.Key, places[StoryPartition.KeeperOf(story.Key, story)].Story);
        await connection.ExecuteAsync("delete from story_changes", param: null, transaction);
        return StoryComparison.Of(members, places, changed);
    }

    static List<StoryMember> Affected(StoryReader stories, HashSet<long> touched, List<ChangedArticle> changed, Dictionary<long, bool> wasVisible)
    {
        var affected = changed.Select(article => article.Story).ToHashSet();
        foreach (var id in touched)
        {
            if (stories.Member(id, wasVisible) is not { } member)
                continue;
            affected.Add(member.Story);
            var clues = stories.Clues(id);
            foreach (var near in clues.Keys().SelectMany(stories.WithKey).Distinct().Where(near => near != id))
                if (stories.Member(near, wasVisible) is { } other && !affected.Contains(other.Story) && AreNear(member, other) && StoryEvidence.Between(clues, stories.Clues(near)) is not null)
                    affected.Add(other.Story);
        }

        return [.. affected.SelectMany(story => stories.MembersOf(story, wasVisible)).DistinctBy(member => member.Id)];
    }

    static IEnumerable<(long Key, long Id)> KeysOf(StoryReader stories, List<StoryMember> members) =>
        members.Count < 2 ? [] : members.SelectMany(member => stories.Clues(member.Id).Keys().Select(key => (key, member.Id)));

    static List<StoryLink> Links(StoryReader stories, IEnumerable<(long Key, long Id)> keys, List<StoryMember> members)
    {
        // Two that are in one story by way of others need no evidence of their own: lists that a hundred articles share would be compared thousands of times.
        var groups = new Components(members.Count);
        var places = members.Index().ToDictionary(member => member.Item.Id, member => member.Index);
        var (links, compared) = (new List<StoryLink>(), new HashSet<(long, long)>());
        foreach (var same in keys.Where(key => places.ContainsKey(key.Id)).GroupBy(key => key.Key, key => members[places[key.Id]]))
        {
            var inTime = same.OrderBy(member => member.PublishedAt).ThenBy(member => member.Id).ToList();
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

    static bool AreNear(StoryMember one, StoryMember other) => (one.PublishedAt - other.PublishedAt).Duration() <= StoryEvidence.LinksWithin;
}
