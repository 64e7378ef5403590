using System.Globalization;
using Bot.Cards;
using Bot.Hosting;
using Discord;
using News;
using News.Rules;
using News.Storage;
using News.Stories;

namespace Bot.Posting;

/// <summary>Posts stories as their channels' rules say, and keeps the cards alive.</summary>
sealed class StoryDrafts(
    StoryStore stories,
    SubscriptionStore subscriptions,
    RecentPosts posts,
    DigestStore digests,
    DeliveryHistory history,
    PostingOptions options,
    TimeProvider clock) : IDrafts
{
    public DeliveryKind Kind => DeliveryKind.Story;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("The channel gets no more news.");
        if (subscription.Paused is { } pause)
            return new Draft.Hold(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());
        var story = await stories.StoryAsync(delivery.SubjectId, ct);
        return (story, delivery.Posted) switch
        {
            ({ } there, { } posted) => Edited(there, posted, subscription.Rules),
            ({ } there, null) => await NewAsync(delivery, there, subscription, ct),
            (null, null) => new Draft.Skip("It was withdrawn before it was posted."),
            (null, not null) => await GoneAsync(delivery, subscription, ct),
        };
    }

    public async Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct)
    {
        var story = await stories.StoryAsync(delivery.SubjectId, ct) ?? await stories.WithdrawnAsync(delivery.SubjectId, ct);
        return story is null ? null : new(message => StoryMessage.IsOf(story, message));
    }

    async Task<Draft> NewAsync(Delivery delivery, Story story, Subscription subscription, CancellationToken ct)
    {
        var (rules, now) = (subscription.Rules, clock.GetUtcNow());
        var facts = await stories.FactsAsync(story, ct);
        if (!delivery.IsOrdered)
        {
            if (PostingRules.Decide(facts, rules) is { } stopping)
                return new Draft.Skip(stopping.Reason(facts, rules));
            var moment = new PostingMoment(
                now,
                delivery.CreatedAt,
                rules.MostPerHour is null ? null : await posts.SentSinceAsync(delivery.Channel, DeliveryKind.Story, now.AddHours(-1), ct),
                delivery.HeldUntil);
            switch (PostingTimes.Decide(rules, moment))
            {
                case PostingTime.HoldUntil hold:
                    return new Draft.Hold(hold.Time, hold.Reason);
                case PostingTime.TooOld old:
                    return new Draft.Skip(old.Reason);
                case PostingTime.ForDigest digest:
                    await digests.HoldAsync(delivery, digest.Time, digest.Reason, ct);
                    return new Draft.Nothing();
            }
        }

        var role = PostingRules.Pings(facts, rules) && PostingTimes.MayPing(rules, now, await posts.PingedAtAsync(delivery.Channel, ct))
            && Snowflake.TryParse(rules.PingRole, CultureInfo.InvariantCulture, out var id)
            ? id
            : (Snowflake?)null;
        var say = Say(story, rules, now, updatedAt: null);
        return say with
        {
            New = StoryMessage.For(story, State(rules, now) with { Role = role, IsSilent = rules.Silent }),
            Tags = [.. ForumTags.Of(now - story.FirstSeenAt < ForumPost.SettlesAfter, rules.Language), .. story.Topics],
            HasThread = rules.Thread && delivery.Destination is Destination.Text or Destination.Announcement,
            Pings = role is not null,
        };
    }

    Draft Edited(Story story, PostedMessage posted, ChannelRules rules)
    {
        var now = clock.GetUtcNow();
        return posted.EditedAt + options.EditEvery is { } next && next > now && next - now <= options.EditEvery
            ? new Draft.Hold(next, "It was brought up to date a moment ago.")
            : Say(story, rules, now, updatedAt: now);
    }

    async Task<Draft> GoneAsync(Delivery delivery, Subscription subscription, CancellationToken ct)
    {
        var rules = subscription.Rules;
        if (await stories.OfArticleAsync(delivery.SubjectId, ct) is { } into)
            return await MovedAsync(delivery, into, subscription, ct);
        if (rules.Withdrawn is WithdrawnStories.Delete || await stories.WithdrawnAsync(delivery.SubjectId, ct) is not { } withdrawn)
            return new Draft.Delete("It was withdrawn.");
        var state = State(rules, clock.GetUtcNow()) with { IsWithdrawn = true };
        return new Draft.Say(StoryMessage.For(withdrawn, state), StoryMessage.Edit(withdrawn, state), withdrawn.Lead.Title);
    }

    /// <summary>The card says where its story goes on, since the channel has that card too.</summary>
    async Task<Draft> MovedAsync(Delivery delivery, Story into, Subscription subscription, CancellationToken ct)
    {
        const string reason = "Its story became part of another one that the channel has.";
        var title = (await history.OfStoryAsync(delivery.Channel, delivery.SubjectId, ct))?.Title ?? "";
        if (subscription.Rules.Withdrawn is WithdrawnStories.Delete)
            return new Draft.Delete(reason);
        if (await history.OfStoryAsync(delivery.Channel, into.Id, ct) is not { Message: { } message } other)
            return new Draft.Skip(reason);
        var edit = StoryMessage.Moved(title, into, DiscordText.MessageLink(subscription.Guild, other.Place ?? other.Channel, message), State(subscription.Rules, clock.GetUtcNow()));
        return new Draft.Say(new() { Embeds = edit.Embeds }, edit, into.Lead.Title);
    }

    /// <summary>What a card says does not depend on when it is said, nor on whom it called when it was posted.</summary>
    static Draft.Say Say(Story story, ChannelRules rules, DateTimeOffset now, DateTimeOffset? updatedAt) =>
        new(StoryMessage.For(story, State(rules, now)), StoryMessage.Edit(story, State(rules, now) with { UpdatedAt = updatedAt }), story.Lead.Title);

    static CardState State(ChannelRules rules, DateTimeOffset now) => new() { Now = now, Language = rules.Language };
}
