using Bot.Cards;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>Tells of outlets that took up a story: silently in its forum post, or privately to a member who follows it.</summary>
sealed class CoverageUpdateDrafts(
    CoverageUpdateStore coverage,
    StoryStore stories,
    SubscriptionStore subscriptions,
    ClockJumps jumps,
    TimeProvider clock) : IDeliveryHandler
{
    /// <summary>Outlets take up a story in bursts, each of which is one message.</summary>
    static readonly TimeSpan Spacing = TimeSpan.FromMinutes(10);

    static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    public DeliveryKind Kind => DeliveryKind.Coverage;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.Posted is not null)
            return new Draft.Skip("Coverage updates are not edited.");
        var isPrivate = delivery.Destination is Destination.Member;
        var subscription = await subscriptions.OfChannelAsync(delivery.Channel, ct);
        if (await coverage.UpdateAsync(delivery.SubjectId, ct) is not { } news
            || await stories.OfArticleAsync(news.StoryId, ct) is not { } story
            || (!isPrivate && (subscription is null || news.Place is null)))
            return new Draft.Skip("There is nothing left to report.");

        // A member may follow a story without any topic, and so without rules.
        var (rules, now) = (subscription?.Rules ?? ChannelRules.Default, clock.GetUtcNow());
        if (Waiting(news, subscription, now) is { } waiting)
            return waiting;
        if (now - jumps.Corrected(delivery.CreatedAt) > WorthTelling)
            return new Draft.Skip("It couldn't be sent within a day.");
        var state = new CardState { Now = now, Language = news.Language ?? rules.Language, IsSilent = rules.Silent };
        return CoverageUpdateMessage.For(story, news, state, isPrivate) is { } message
            ? new Draft.Post(message, story.Lead.Title) { Place = news.Place }
            : new Draft.Skip("Those outlets no longer have the story.");
    }

    public async Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) =>
        await coverage.UpdateAsync(delivery.SubjectId, ct) is { } update
            ? new(message => CoverageUpdateMessage.IsOf(update.PublicKey, message), update.Place)
            : null;

    static Draft.Hold? Waiting(CoverageUpdate news, Subscription? subscription, DateTimeOffset now)
    {
        if (subscription?.Paused is { } pause)
            return new(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());
        if (subscription is not null && PostingTimes.QuietUntil(subscription.Rules, now) is { } loud)
            return new(loud, "The channel has quiet hours.");
        return news.LastToldAt + Spacing is { } next && next > now && next - now <= Spacing
            ? new(next, "New coverage was posted a moment ago.")
            : null;
    }
}
