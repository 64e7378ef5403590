using Bot.Cards;
using Discord;
using News;
using News.Rules;
using News.Storage;
using News.Stories;

namespace Bot.Posting;

/// <summary>Posts what was held for a digest, in one message: the hottest stories first, and those that most outlets have.</summary>
sealed class DigestDrafts(StoryStore stories, SubscriptionStore subscriptions, DigestStore digests, TimeProvider clock) : IDrafts
{
    public DeliveryKind Kind => DeliveryKind.Digest;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.Posted is not null)
            return new Draft.Skip("A digest stays as it was posted.");
        if (await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("The channel gets no more news.");
        if (subscription.Paused is { } pause)
            return new Draft.Hold(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());

        var (rules, now) = (subscription.Rules, clock.GetUtcNow());
        if (PostingTimes.QuietUntil(rules, now) is { } loud)
            return new Draft.Hold(loud, "The channel is in its quiet hours.");
        var chosen = await ChosenAsync(delivery, rules, now, ct);
        if (chosen.Count == 0)
            return new Draft.Skip("No story was left for it.");
        var message = DigestMessage.For(new(delivery.SubjectId, chosen), new() { Now = now, Language = rules.Language, IsSilent = rules.Silent });
        return new Draft.Say(message, new(), message.Embeds![0].Title!);
    }

    public Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct) =>
        Task.FromResult<Mark?>(new(message => DigestMessage.IsOf(delivery.SubjectId, message)));

    /// <summary>What its menu has no room for waits for the next digest.</summary>
    async Task<IReadOnlyList<Story>> ChosenAsync(Delivery digest, ChannelRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var fitting = new List<(HeldStory Held, Story Story)>();
        var skipped = new List<(long Id, string Reason)>();
        foreach (var held in await digests.HeldAsync(digest, ct))
        {
            if (await stories.StoryAsync(held.StoryId, ct) is not { } story)
                skipped.Add((held.DeliveryId, "It was withdrawn before it was posted."));
            else if (await stories.FactsAsync(story, ct) is var facts && PostingRules.Decide(facts, rules) is { } stopping)
                skipped.Add((held.DeliveryId, stopping.Reason(facts, rules)));
            else
                fitting.Add((held, story));
        }

        fitting = [.. fitting.OrderByDescending(one => one.Story.Heat ?? -1).ThenByDescending(one => one.Story.Coverage.Outlets).ThenBy(one => one.Held.DeliveryId)];
        var chosen = fitting.Take(DiscordLimits.SelectOptions).ToList();
        await digests.ChooseAsync(
            digest,
            [.. chosen.Select(one => one.Held.DeliveryId)],
            skipped,
            [.. fitting.Skip(chosen.Count).Select(one => one.Held.DeliveryId)],
            PostingTimes.NextDigest(rules, now) ?? now,
            ct);
        return [.. chosen.Select(one => one.Story)];
    }
}
