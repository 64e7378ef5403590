using Articles.Stories;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Decides which stories go to which channels: on a snapshot and without a lock, since rules may contain regular expressions.
/// Short transactions queue the deliveries. After a crash in between, what wasn't settled is decided again.
/// </summary>
public sealed class StoryDecider(DeskDatabase database, TimeProvider clock)
{
    const int StoriesPerPass = 500;

    /// <summary>How long decided stories wait for those of other servers before they are queued.</summary>
    static readonly TimeSpan QueueEvery = TimeSpan.FromMilliseconds(100);

    readonly Subscribers subscribers = new();
    readonly ServerTurns turns = new(clock);
    readonly LatestStories latest = new(database, clock);

    /// <summary>Decides until nothing is left but what must wait: for a server's next turn, or until a moderator corrects a rule.</summary>
    public async Task<Decisions> DecideAsync(CancellationToken ct)
    {
        var decisions = new Decisions(await latest.FillAsync(ct), IsMoreToDecide: false);
        while (await database.ReadAsync(ReadAsync, ct) is { Undecided.Count: > 0 } snapshot)
        {
            var pass = await PassAsync(snapshot, ct);
            decisions = new(decisions.Queued + pass.Queued, pass.IsMoreToDecide);
            if (pass.IsMoreToDecide)
                break;
        }

        return decisions;
    }

    async Task<DecisionSnapshot> ReadAsync(DatabaseSession session)
    {
        var all = await subscribers.AllAsync(session);
        var unusable = all.Where(subscription => subscription.Rules.Unusable.Any()).Select(subscription => subscription.Channel);
        var undecided = await UndecidedStories.ReadAsync(session, unusable, StoriesPerPass);
        var now = clock.GetUtcNow();
        var stories = await StoryStore.FactsAsync(session, [.. undecided.Select(story => story.StoryId).Distinct()], now);
        return new(undecided, [.. stories.OrderBy(one => one.Story.Lead.PublishedAt).ThenBy(one => one.Story.Id)], all, now);
    }

    /// <summary>Asks the channels of each server in its turn about each story.</summary>
    async Task<Decisions> PassAsync(DecisionSnapshot snapshot, CancellationToken ct)
    {
        using var span = OutboxTraces.Decide(snapshot.Stories.Count);
        var asked = snapshot.Undecided.ToLookup(undecided => undecided.StoryId);
        var (queued, isMore, batch, began) = (0, false, new DecisionBatch(snapshot.Now), clock.GetTimestamp());
        foreach (var server in turns.Of(snapshot.Subscriptions))
        {
            foreach (var (position, (story, facts)) in snapshot.Stories.Index())
            {
                foreach (var subscription in server)
                {
                    var undecided = asked[story.Id].FirstOrDefault(one => one.IsFor(subscription.Channel));
                    if (undecided is null)
                        continue;
                    var (isUnusable, isOver) = (subscription.Rules.Unusable.Any(), turns.IsOver);
                    isMore |= isOver && !isUnusable;
                    if (isOver || isUnusable)
                        batch.PutOff(undecided, subscription);
                    else
                        batch.Decided(undecided, subscription, position, Wants(subscription, story, facts, undecided.IsNew, snapshot.Now));
                }
            }

            if (clock.GetElapsedTime(began) < QueueEvery)
                continue;
            queued += await database.WriteAsync(batch.SaveAsync, ct);
            (batch, began) = (new(snapshot.Now), clock.GetTimestamp());
        }

        // Only now has every channel been asked. What readers can no longer see needs no decision, and a removed channel gets none.
        var visible = snapshot.Stories.Select(one => one.Story.Id).ToHashSet();
        var channels = snapshot.Subscriptions.Select(subscription => subscription.Channel).ToHashSet();
        batch.Settle(snapshot.Undecided.Where(undecided =>
            undecided.IsForAll || !visible.Contains(undecided.StoryId) || !channels.Contains(undecided.Channel)));
        queued += await database.WriteAsync(batch.SaveAsync, ct);
        return new(queued, isMore);
    }

    /// <summary>
    /// An older story is news to a channel that was there when it was first seen, and not what its rules call late.
    /// What is new is so whatever the clocks say.
    /// </summary>
    static bool Wants(Subscription subscription, Story story, StoryFacts facts, bool isNew, DateTimeOffset now) =>
        (isNew || (story.FirstSeenAt > subscription.CreatedAt && now - story.FirstSeenAt <= subscription.Rules.TooOldAfter))
        && PostingRules.DecideNews(facts, subscription.Rules) is null;

    /// <param name="Stories">The oldest first; without those that readers can no longer see.</param>
    sealed record DecisionSnapshot(
        IReadOnlyList<UndecidedStory> Undecided,
        IReadOnlyList<(Story Story, StoryFacts Facts)> Stories,
        IReadOnlyList<Subscription> Subscriptions,
        DateTimeOffset Now);
}

/// <param name="Queued">How many deliveries were queued.</param>
/// <param name="IsMoreToDecide">Whether some servers used up their turn.</param>
public readonly record struct Decisions(int Queued, bool IsMoreToDecide);

/// <summary>Decisions that are stored together.</summary>
sealed class DecisionBatch(DateTimeOffset now)
{
    /// <summary>By the position of the story: each channel gets its stories in their order.</summary>
    readonly SortedDictionary<int, (long Story, List<Subscription> Channels)> wanted = [];
    readonly List<(UndecidedStory Story, Subscription Channel)> putOff = [];
    readonly List<UndecidedStory> settled = [];

    public void Decided(UndecidedStory story, Subscription channel, int position, bool isWanted)
    {
        if (isWanted && wanted.TryGetValue(position, out var known))
            known.Channels.Add(channel);
        else if (isWanted)
            wanted[position] = (story.StoryId, [channel]);
        if (!story.IsForAll)
            settled.Add(story);
    }

    /// <summary>The channel is asked another time.</summary>
    public void PutOff(UndecidedStory story, Subscription channel) => putOff.Add((story, channel));

    /// <summary>Nobody has to be asked about these any more.</summary>
    public void Settle(IEnumerable<UndecidedStory> stories) => settled.AddRange(stories);

    /// <returns>How many deliveries were queued.</returns>
    public async Task<int> SaveAsync(DatabaseSession session)
    {
        var queued = await QueueAsync(session);
        foreach (var (story, channel) in putOff)
            await UndecidedStories.PutOffAsync(session, story with { Channel = channel.Channel });
        foreach (var channel in putOff.Select(one => one.Channel).DistinctBy(channel => channel.Channel))
        {
            if (channel.Rules.Unusable.FirstOrDefault() is { } unusable)
                await NoticeWriter.QueueAsync(session, NoticeKind.Unusable, channel.Channel, unusable.Problem, now);
        }

        foreach (var story in settled)
            await UndecidedStories.SettleAsync(session, story);
        return queued;
    }

    async Task<int> QueueAsync(DatabaseSession session)
    {
        var queued = 0;
        var floods = await FloodWriter.BeginAsync(session, wanted.Values.SelectMany(story => story.Channels), now);
        foreach (var (story, channels) in wanted.Values)
        {
            var gotIt = await DeliveryWriter.QueueStoryAsync(
                session, story, channels.Select(channel => channel.Channel), now, isNews: true);
            await floods.HoldSurplusAsync(story, gotIt);
            queued += gotIt.Count;
        }

        await floods.ReportAsync();
        return queued;
    }
}
