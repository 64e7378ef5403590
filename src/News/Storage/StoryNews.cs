using Dapper;
using Microsoft.Data.Sqlite;
using News.Importing;
using News.Rules;
using News.Stories;

namespace News.Storage;

/// <summary>Decides which stories go to which channels, and which posted ones are brought up to date, inside the transaction that makes them news.</summary>
static class StoryNews
{
    /// <summary>How long a posted card goes on changing.</summary>
    static readonly TimeSpan LivesFor = TimeSpan.FromDays(3);

    /// <summary>How far back the latest that a channel asks for are looked for.</summary>
    const int StoriesSearched = 500;

    /// <summary>Whether there is anything that readers can see for the first time.</summary>
    public static Task<bool> IsThereAsync(SqliteConnection connection) => connection.QuerySingleAsync<bool>(
        """
        select exists (select 1
                         from articles
                        where listed_at is null
                          and published = 1
                          and removed_at is null)
        """);

    /// <summary>What readers can see for the first time goes to each channel that wants it; what is posted changes with its story.</summary>
    /// <remarks>The first sight of a folder is not news: then each channel gets the latest it asked for.</remarks>
    /// <returns>The articles that became visible.</returns>
    public static async Task<IReadOnlyList<ArticleChange>> DecideAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        StoryChanges stories,
        Subscribers subscribers,
        DateTimeOffset now)
    {
        var isFirstSight = await connection.QuerySingleAsync<bool>("select not exists (select 1 from articles where listed_at is not null)", param: null, transaction);
        var listed = (await connection.QueryAsync<ListedRow>(
            """
            update articles
            set listed_at = @now
            where listed_at is null
              and published = 1
              and removed_at is null
            returning id, path
            """,
            new { now = UtcText.Of(now) },
            transaction)).Select(row => new ArticleChange(row.Id, row.Path, ArticleChangeKind.New)).ToList();
        var all = await subscribers.AllAsync(connection, transaction);
        if (isFirstSight)
        {
            foreach (var subscription in listed.Count > 0 ? all : [])
                await QueueLatestAsync(connection, transaction, subscription, subscription.Latest, now);
            return listed;
        }

        foreach (var merged in stories.All.Where(change => change.Kind is StoryChangeKind.Merged))
            await MergeAsync(connection, transaction, merged.StoryId, merged.Other!.Value, now);
        await DecideAsync(connection, transaction, stories, all, now);
        await ChangeAsync(connection, transaction, stories, now);
        foreach (var story in stories.All.Where(change => change.Kind is StoryChangeKind.Grown).Select(change => change.StoryId).Distinct())
            await NewCoverage.QueueAsync(connection, transaction, story, now);
        return listed;
    }

    /// <summary>The latest stories that the channel's rules let through, oldest first.</summary>
    /// <returns>How many are on their way by this.</returns>
    public static async Task<int> QueueLatestAsync(SqliteConnection connection, SqliteTransaction transaction, Subscription subscription, int count, DateTimeOffset now)
    {
        var wanted = new List<long>();
        for (var skip = 0; wanted.Count < count && skip < StoriesSearched; skip += count)
        {
            var ids = await StoryStore.LatestIdsAsync(connection, transaction, skip, count);
            foreach (var id in ids)
            {
                if (wanted.Count < count
                    && await FactsAsync(connection, transaction, id, now) is var (_, facts)
                    && PostingRules.Decide(facts, subscription.Rules) is null)
                    wanted.Add(id);
            }

            if (ids.Count < count)
                break;
        }

        wanted.Reverse();
        var queued = 0;
        foreach (var story in wanted)
            queued += await Outbox.QueueStoryAsync(connection, transaction, story, [subscription.Channel], UtcText.Of(now));
        return queued;
    }

    /// <summary>New stories, and those that a rule may have stopped when they were smaller, oldest first.</summary>
    static async Task DecideAsync(SqliteConnection connection, SqliteTransaction transaction, StoryChanges stories, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now)
    {
        var candidates = new List<(Story Story, StoryFacts Facts, bool IsNew)>();
        var changed = stories.All.Where(change => change.Kind is StoryChangeKind.New or StoryChangeKind.Grown or StoryChangeKind.Edited).ToLookup(change => change.StoryId);
        foreach (var changes in subscriptions.Count == 0 ? [] : changed.AsEnumerable())
        {
            if (await FactsAsync(connection, transaction, changes.Key, now) is var (story, facts))
                candidates.Add((story, facts, changes.Any(change => change.Kind is StoryChangeKind.New)));
        }

        foreach (var (story, facts, isNew) in candidates.OrderBy(candidate => candidate.Story.Lead.PublishedAt).ThenBy(candidate => candidate.Story.Id))
        {
            // An older story is news to a channel that was there when it was first seen, and not what its rules call late.
            // What is new is so whatever the clocks say.
            var wanting = subscriptions.Where(subscription =>
                (isNew || (story.FirstSeenAt > subscription.CreatedAt && now - story.FirstSeenAt <= subscription.Rules.TooOldAfter))
                && PostingRules.Decide(facts, subscription.Rules) is null);
            await Outbox.QueueStoryAsync(connection, transaction, story.Id, [.. wanting.Select(subscription => subscription.Channel)], UtcText.Of(now));
        }
    }

    /// <summary>Cards that name a provider or a topic which is called otherwise now are brought up to date.</summary>
    public static async Task RenameAsync(SqliteConnection connection, SqliteTransaction transaction, DefinedNames before, DateTimeOffset now)
    {
        var sentAfter = UtcText.Of(now - LivesFor);
        var names = await DefinedNames.ReadAsync(connection, transaction);
        foreach (var story in await names.StoriesRenamedAsync(connection, transaction, before, sentAfter))
            await Outbox.ChangedAsync(connection, transaction, DeliveryKind.Story, story, UtcText.Of(now), sentAfter);
    }

    static async Task ChangeAsync(SqliteConnection connection, SqliteTransaction transaction, StoryChanges stories, DateTimeOffset now)
    {
        foreach (var story in stories.All.Where(change => change.Kind is not StoryChangeKind.New).GroupBy(change => change.StoryId))
        {
            // A story that is withdrawn disappears, however old its card is; and so does what one that changes says of it.
            var sentAfter = story.Any(change => change.Kind is StoryChangeKind.Emptied or StoryChangeKind.Shrunk) ? null : UtcText.Of(now - LivesFor);
            await Outbox.ChangedAsync(connection, transaction, DeliveryKind.Story, story.Key, UtcText.Of(now), sentAfter);
        }
    }

    /// <summary>
    /// A channel has one card of a story: where it has one of both, what is not posted yet is left out; where it has only the
    /// other's, that one goes on.
    /// </summary>
    static async Task MergeAsync(SqliteConnection connection, SqliteTransaction transaction, long from, long into, DateTimeOffset now)
    {
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = 'skipped', reason = 'It became part of a story that the channel has.'
            where kind = 'story'
              and state in ('held', 'pending')
              and attempts = 0
              and ((subject_id = @from
                    and exists (select 1 from deliveries o where o.channel = deliveries.channel and o.kind = 'story' and o.subject_id = @into and o.state <> 'skipped'))
                or (subject_id = @into
                    and exists (select 1 from deliveries o where o.channel = deliveries.channel and o.kind = 'story' and o.subject_id = @from and o.state in ('sending', 'sent'))))
            """,
            new { from, into },
            transaction);
        // Where the other's card is the one that is there, it takes the story's place, and the row that was skipped for it goes.
        await connection.ExecuteAsync(
            """
            delete from deliveries
            where kind = 'story'
              and subject_id = @into
              and state = 'skipped'
              and exists (select 1 from deliveries o where o.channel = deliveries.channel and o.kind = 'story' and o.subject_id = @from and o.state in ('sending', 'sent', 'held', 'pending'))
            """,
            new { from, into },
            transaction);
        await connection.ExecuteAsync(
            """
            update deliveries
            set subject_id = @into
            where kind = 'story'
              and subject_id = @from
              and not exists (select 1 from deliveries o where o.channel = deliveries.channel and o.kind = 'story' and o.subject_id = @into)
            """,
            new { from, into },
            transaction);
        await Outbox.ChangedAsync(connection, transaction, DeliveryKind.Story, into, UtcText.Of(now), UtcText.Of(now - LivesFor));
        await NewCoverage.MergeAsync(connection, transaction, from, into);
    }

    /// <summary>Null where nothing of the story is visible.</summary>
    static async Task<(Story Story, StoryFacts Facts)?> FactsAsync(SqliteConnection connection, SqliteTransaction transaction, long id, DateTimeOffset now) =>
        await StoryStore.StoryAsync(connection, transaction, id, now) is { } story
            ? (story, await StoryStore.FactsAsync(connection, transaction, story))
            : null;

    internal sealed record ListedRow
    {
        public required long Id { get; init; }
        public required string Path { get; init; }
    }
}
