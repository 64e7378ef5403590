using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

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
