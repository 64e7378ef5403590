using Dapper;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>The latest stories for channels that asked for them: new ones, and those that are backfilled.</summary>
sealed class LatestStories(DeskDatabase database, TimeProvider clock)
{
    /// <summary>How far back they are looked for.</summary>
    const int StoriesSearched = 500;

    const int StoriesPerRead = 50;

    /// <summary>How long regular expressions may take: a person waits for the answer. Everything else takes milliseconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Has a channel get its latest stories, inside the transaction that decides it.</summary>
    public static Task WantAsync(DatabaseSession session, string channel, int stories) => session.ExecuteAsync(
        """
        insert into unfilled_channels (channel, stories)
        values (@channel, @stories)
        on conflict (channel) do update
        set stories = excluded.stories
        """,
        new { channel, stories });

    /// <summary>Has every channel get as many of the latest stories as it asked for.</summary>
    public static Task WantForAllAsync(DatabaseSession session) => session.ExecuteAsync(
        """
        insert into unfilled_channels (channel, stories)
        select channel, latest
        from subscriptions
        where latest > 0
        on conflict (channel) do update
        set stories = excluded.stories
        """);

    /// <summary>Finds the stories of every channel that waits for some, without a lock, and queues them.</summary>
    /// <returns>How many are on their way by this.</returns>
    public async Task<int> FillAsync(CancellationToken ct)
    {
        var unfilled = await database.ReadAsync(
            session => session.QueryAsync<UnfilledChannel>("select channel, stories from unfilled_channels"),
            ct);
        var queued = 0;
        foreach (var one in unfilled)
        {
            var channel = one.Channel;
            var subscription = await database.ReadAsync(
                async session => (await SubscriptionRows.ReadAsync(session, channel: channel)).SingleOrDefault(),
                ct);
            if (subscription?.Rules.Unusable.Any() == true)
                continue;
            var found = subscription is null ? [] : await FindAsync(subscription.Rules, one.Stories, ct);
            queued += await database.WriteAsync(session => QueueAsync(session, channel, found), ct);
        }

        return queued;
    }

    /// <summary>The latest stories that the rules let through, whatever their age, oldest first.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(ChannelRules rules, int count, CancellationToken ct)
    {
        var (found, began) = (new List<long>(), clock.GetTimestamp());
        for (var skip = 0; found.Count < count && skip < StoriesSearched; skip += StoriesPerRead)
        {
            var stories = await database.ReadAsync(
                async session => await StoryStore.FactsAsync(
                    session,
                    await StoryStore.LatestIdsAsync(session, skip, StoriesPerRead),
                    clock.GetUtcNow()),
                ct);
            foreach (var (story, facts) in stories)
            {
                var isInTime = rules.Expressions == 0 || clock.GetElapsedTime(began) < Patience;
                if (found.Count < count && isInTime && PostingRules.Decide(facts, rules) is null)
                    found.Add(story.Id);
            }

            if (stories.Count < StoriesPerRead)
                break;
        }

        found.Reverse();
        return found;
    }

    async Task<int> QueueAsync(DatabaseSession session, string channel, IReadOnlyList<long> stories)
    {
        var queued = 0;
        foreach (var story in stories)
            queued += (await DeliveryWriter.QueueStoryAsync(session, story, [channel], clock.GetUtcNow(), isNews: false)).Count;
        await session.ExecuteAsync("delete from unfilled_channels where channel = @channel", new { channel });
        return queued;
    }

    internal sealed record UnfilledChannel
    {
        public required string Channel { get; init; }
        public required int Stories { get; init; }
    }
}
