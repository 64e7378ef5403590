using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>Tags a story's post in a forum as developing while outlets take it up, and as settled when that has ended.</summary>
sealed class StatusDrafts(NewCoverageStore coverage, SubscriptionStore subscriptions, TimeProvider clock) : IDrafts
{
    public DeliveryKind Kind => DeliveryKind.Status;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await coverage.PostAsync(delivery.SubjectId, ct) is not { } post || await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("The post is not there any more.");
        var isDeveloping = clock.GetUtcNow() < post.SettlesAt;
        var language = subscription.Rules.Language;
        return new Draft.Tag(post.Place, ForumTags.Of(isDeveloping, language), ForumTags.Of(!isDeveloping, language), isDeveloping ? post.SettlesAt : null);
    }

    public Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<Mark?>(null);
}
