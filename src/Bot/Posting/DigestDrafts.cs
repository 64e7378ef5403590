using Articles.Stories;
using Bot.Cards;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>Posts what was held for a digest, in one message: the hottest stories first, and those that most outlets have.</summary>
sealed class DigestDrafts(
    StoryStore stories,
    SubscriptionStore subscriptions,
    DigestStore digests,
    MessageSearch search,
    FoundMessageStore found,
    StoryPictures pictures,
    TimeProvider clock) : IDeliveryHandler
{
    public DeliveryKind Kind => DeliveryKind.Digest;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.Posted is not null)
            return new Draft.Skip("Digests are not edited.");
        if (await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("This channel no longer gets news.");
        if (subscription.Paused is { } pause)
            return new Draft.Hold(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());

        var (rules, now) = (subscription.Rules, clock.GetUtcNow());
        if (rules.Unusable.FirstOrDefault() is { } unusable)
            return new Draft.Hold(DateTimeOffset.MaxValue, unusable.Problem);
        if (PostingTimes.QuietUntil(rules, now) is { } loud)
            return new Draft.Hold(loud, "The channel has quiet hours.");
        var chosen = await ChosenAsync(delivery, rules, now, ct);
        if (chosen.Count == 0)
            return new Draft.Skip("No stories were left for it.");
        var state = CardState.Of(rules, now) with
        {
            IsSilent = rules.Silent,
            IsEmbed = delivery.Destination is Destination.Announcement,
        };
        var title = DigestMessage.TitleAt(now, rules);
        return await PostAsync(new(await digests.PublicKeyAsync(delivery.SubjectId, ct), chosen, title), title, state, ct);
    }

    async Task<Draft> PostAsync(Digest digest, string title, CardState state, CancellationToken ct)
    {
        var plain = DigestMessage.For(digest, state);
        return await pictures.ForPostAsync(plain, digest.Stories.Take(DigestMessage.MostStories), ct) is { } known
            ? new Draft.Post(DigestMessage.For(digest, state with { Pictures = known.FromAddresses }), title)
            {
                WithFiles = known.WithFiles(from => DigestMessage.For(digest, state with { Pictures = from })),
                Content = plain,
            }
            : new Draft.Post(plain, title);
    }

    public async Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct)
    {
        // What a restored database has as a first attempt may have been sent, but with which stories is only known in the channel.
        if (delivery.Attempt == 1)
            return null;
        var key = await digests.PublicKeyAsync(delivery.SubjectId, ct);
        return new(message => DigestMessage.IsOf(key, message));
    }

    /// <summary>Whether a message that the database didn't know brought the story already.</summary>
    async Task<bool> IsThereAsync(Delivery digest, HeldStory held, IReadOnlyList<Message> unknown, CancellationToken ct)
    {
        if (await stories.OfArticleAsync(held.StoryId, ct) is not { } story)
            return false;
        var card = unknown.FirstOrDefault(message => StoryMessage.HasKeyOf(story, message));
        if ((card ?? unknown.FirstOrDefault(message => DigestMessage.HasStory(story, message))) is not { } message)
            return false;
        await found.RecordAsync(held.DeliveryId, FoundMessage.Of(digest, message, isAmongOthers: card is null).Posted, card is null, ct);
        return true;
    }

    /// <summary>What its menu has no room for waits for the next digest.</summary>
    async Task<IReadOnlyList<Story>> ChosenAsync(Delivery digest, ChannelRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var fitting = new List<(HeldStory Held, Story Story)>();
        var skipped = new List<(long Id, string Reason)>();
        var unknown = await search.UnknownAsync(digest, place: null, ct);
        foreach (var held in await digests.HeldAsync(digest, ct))
        {
            if (unknown.Count > 0 && await IsThereAsync(digest, held, unknown, ct))
                continue;
            if (await stories.StoryAsync(held.StoryId, ct) is not { } story)
                skipped.Add((held.DeliveryId, "The story was withdrawn before it was posted."));
            else if (await stories.FactsAsync(story, ct) is var facts && PostingRules.Decide(facts, rules) is { } stopping)
                skipped.Add((held.DeliveryId, stopping.Reason(facts, rules)));
            else
                fitting.Add((held, story));
        }

        fitting = [.. fitting
            .OrderByDescending(one => one.Story.Heat ?? -1)
            .ThenByDescending(one => one.Story.Coverage.Outlets)
            .ThenBy(one => one.Held.DeliveryId)];
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
