using Bot.Cards;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Posting;

/// <summary>Tells of outlets that took up a story: silently in its forum post, or privately to a member who follows it.</summary>
sealed class CoverageDrafts(NewCoverageStore coverage, StoryStore stories, SubscriptionStore subscriptions, TimeProvider clock) : IDrafts
{
    /// <summary>Outlets take up a story in bursts, each of which is one message.</summary>
    static readonly TimeSpan Spacing = TimeSpan.FromMinutes(10);

    static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    public DeliveryKind Kind => DeliveryKind.Coverage;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.Posted is not null)
            return new Draft.Skip("What was told stays as it was.");
        var isPrivate = delivery.Destination is Destination.Member;
        var subscription = await subscriptions.OfChannelAsync(delivery.Channel, ct);
        if (await coverage.NewsAsync(delivery.SubjectId, ct) is not { } news
            || await stories.OfArticleAsync(news.StoryId, ct) is not { } story
            || (!isPrivate && (subscription is null || news.Place is null)))
            return new Draft.Skip("There is nothing to tell any more.");

        // A member may follow a story without any topic, and so without rules.
        var (rules, now) = (subscription?.Rules ?? ChannelRules.Default, clock.GetUtcNow());
        if (Waiting(news, subscription, now) is { } waiting)
            return waiting;
        if (now - delivery.CreatedAt > WorthTelling)
            return new Draft.Skip("It could not be told within a day.");
        return CoverageNewsMessage.For(story, news, new() { Now = now, Language = news.Language ?? rules.Language, IsSilent = rules.Silent }, isPrivate) is { } message
            ? new Draft.Say(message, new(), story.Lead.Title) { Place = news.Place }
            : new Draft.Skip("The outlets that took it up have it no more.");
    }

    public async Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct) =>
        new(message => CoverageNewsMessage.IsOf(delivery.SubjectId, message), (await coverage.NewsAsync(delivery.SubjectId, ct))?.Place);

    static Draft.Hold? Waiting(CoverageNews news, Subscription? subscription, DateTimeOffset now)
    {
        if (subscription?.Paused is { } pause)
            return new(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());
        if (subscription is not null && PostingTimes.QuietUntil(subscription.Rules, now) is { } loud)
            return new(loud, "The channel is in its quiet hours.");
        return news.LastToldAt + Spacing is { } next && next > now && next - now <= Spacing
            ? new(next, "New coverage was told a moment ago.")
            : null;
    }
}
