using Desk.Channels;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>Tags a story's post in a forum as developing while outlets take it up, and as settled when that has ended.</summary>
sealed class StatusDrafts(CoverageUpdateStore coverage, SubscriptionStore subscriptions, TimeProvider clock) : IDeliveryHandler
{
    public DeliveryKind Kind => DeliveryKind.Status;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await coverage.ForumPostAsync(delivery.SubjectId, ct) is not { } post
            || await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("Its post is gone.");
        var isDeveloping = clock.GetUtcNow() < post.SettlesAt;
        var language = subscription.Rules.Language;
        var (wanted, unwanted) = (ForumTags.Of(isDeveloping, language), ForumTags.Of(!isDeveloping, language));
        return new Draft.Tag(post.Place, wanted, unwanted, isDeveloping ? post.SettlesAt : null);
    }

    public Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<MessageMatcher?>(null);
}
