using Articles.Stories;
using Bot.Cards;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>Posts stories as their channels' rules say, and keeps their cards up to date.</summary>
sealed class StoryDrafts(
    StoryStore stories,
    SubscriptionStore subscriptions,
    RecentPosts posts,
    PublicationStore publications,
    PingCalls pings,
    DigestStore digests,
    DeliveryHistory history,
    FollowedTopics followed,
    StoryPictures pictures,
    PostingOptions options,
    ClockJumps jumps,
    TimeProvider clock) : IDeliveryHandler
{
    public DeliveryKind Kind => DeliveryKind.Story;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        if (await subscriptions.OfChannelAsync(delivery.Channel, ct) is not { } subscription)
            return new Draft.Skip("This channel no longer gets news.");
        if (subscription.Paused is { } pause)
            return new Draft.Hold(DateTimeOffset.MaxValue, $"The channel is paused. {pause.Reason}".TrimEnd());
        var story = await stories.StoryAsync(delivery.SubjectId, ct);
        return (story, delivery.Posted) switch
        {
            ({ } there, { } posted) => await EditedAsync(delivery, there, posted, subscription.Rules, ct),
            ({ } there, null) => await NewAsync(delivery, there, subscription, ct),
            (null, null) => new Draft.Withdraw("The story was withdrawn before it was posted."),
            (null, { } posted) => await GoneAsync(delivery, posted, subscription, ct),
        };
    }

    public async Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct)
    {
        var story = await stories.StoryAsync(delivery.SubjectId, ct)
            ?? await stories.OfArticleAsync(delivery.SubjectId, ct)
            ?? await stories.WithdrawnAsync(delivery.SubjectId, ct);
        return story is null ? null : new(message => StoryMessage.IsOf(story, message))
        {
            // Publishers use an address again for a later story.
            IsOfAnotherAsync = async (message, ct) => StoryMessage.KeyOn(message) is { } key
                && await stories.IdOfKeyAsync(key, ct) is { } other
                && other != story.Id,
            IsSure = message => StoryMessage.HasKeyOf(story, message),
            Brought = message => DigestMessage.HasStory(story, message),
        };
    }

    async Task<Draft> NewAsync(Delivery delivery, Story story, Subscription subscription, CancellationToken ct)
    {
        var (rules, now) = (subscription.Rules, clock.GetUtcNow());
        var facts = await stories.FactsAsync(story, ct);
        if (!delivery.IsOrdered)
        {
            if (delivery.IsInFlood)
                return new Draft.Hold(DateTimeOffset.MaxValue, "Too many stories came at once. It waits until a moderator decides.");
            if (rules.Unusable.FirstOrDefault() is { } unusable)
                return new Draft.Hold(DateTimeOffset.MaxValue, unusable.Problem);
            if (PostingRules.Decide(facts, rules) is { } stopping)
                return new Draft.Skip(stopping.Reason(facts, rules)) { MayReturn = true };
            var moment = new PostingMoment(
                now,
                FirstSeenAt(delivery, story, now),
                rules.MostPerHour is null ? null : await posts.SentSinceAsync(delivery.Channel, DeliveryKind.Story, now.AddHours(-1), ct),
                delivery.HeldUntil) { PublishedAt = story.Lead.PublishedAt };
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

        var state = State(delivery, rules) with
        {
            Pings = await pings.OfNewAsync(delivery.Channel, facts, rules, now, ct),
            IsSilent = rules.Silent,
            FollowedTopics = await followed.OfAsync(delivery, rules, story, ct),
        };
        var plain = StoryMessage.For(story, state);
        var known = await pictures.ForPostAsync(plain, [story], ct);
        return new Draft.Post(StoryMessage.For(story, state with { Pictures = known?.FromAddresses }), story.Lead.Title)
        {
            WithFiles = known?.WithFiles(from => StoryMessage.For(story, state with { Pictures = from })),
            Content = plain,
            Shown = Shown(story, state),
            Tags =
            [
                .. ForumTags.Of(now < ForumPost.SettlesAtOf(story, now), rules.Language),
                .. PostingRules.Tags(facts, story.Topics, rules),
            ],
            Pings = [.. state.Pings.Select(ping => ping.Role)],
        };
    }

    /// <summary>When it was decided. A clock that was behind then shows in an article that is newer than that.</summary>
    DateTimeOffset FirstSeenAt(Delivery delivery, Story story, DateTimeOffset now)
    {
        var noted = jumps.Corrected(delivery.CreatedAt);
        return story.Lead.PublishedAt is var published && published > noted && published <= now ? published : noted;
    }

    async Task<Draft> EditedAsync(
        Delivery delivery, Story story, PostedMessage posted, ChannelRules rules, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var every = await BetweenEditsAsync(delivery, ct);
        if (posted.EditedAt + every is { } next && next > now && next - now <= every)
            return new Draft.Hold(next, "It was edited a moment ago.");
        var state = State(delivery, rules) with
        {
            Pings = await pings.OfPostedAsync(story, posted, rules, ct),
            FollowedTopics = await followed.OfAsync(delivery, rules, story, ct),
        };
        var plain = StoryMessage.For(story, state);
        var changed = state with { Change = Change(story, posted.Shown, now) };
        var draft = Draft.EditOf(posted, plain, story.Lead.Title, () => StoryMessage.Edit(story, changed));
        if (draft is not Draft.Edit edit)
            return draft;
        var known = await pictures.ForEditAsync(plain, story, delivery, posted, ct);
        return edit with
        {
            Message = StoryMessage.Edit(story, changed with { Pictures = known?.FromAddresses }),
            WithFiles = known?.WithFiles(from => StoryMessage.Edit(story, changed with { Pictures = from })),
            IsNamed = true,
            Shown = Shown(story, state),
        };
    }

    async Task<TimeSpan> BetweenEditsAsync(Delivery delivery, CancellationToken ct) =>
        delivery.Destination is Destination.Announcement
        && options.EditEvery < PublicationDrafts.BetweenEdits
        && await publications.OfCardAsync(delivery.Id, ct) is { State: DeliveryState.Sent }
            ? PublicationDrafts.BetweenEdits
            : options.EditEvery;

    static ShownStory Shown(Story story, CardState state) => new(story.Lead.Title, story.Coverage.Outlets, state.IsEmbed);

    /// <summary>Another article that leads the story is no correction.</summary>
    static CardChange Change(Story story, ShownStory? shown, DateTimeOffset now) => new(
        now,
        story.Coverage.Outlets > shown?.Outlets ? story.Coverage.Outlets : null,
        shown is null || story.Articles.Any(article => article.Title == shown.Title) ? null : shown.Title);

    async Task<Draft> GoneAsync(Delivery delivery, PostedMessage posted, Subscription subscription, CancellationToken ct)
    {
        var rules = subscription.Rules;
        if (await stories.OfArticleAsync(delivery.SubjectId, ct) is { } into)
            return await MovedAsync(delivery, posted, into, subscription, ct);
        if (rules.Withdrawn is WithdrawnStories.Delete || await stories.WithdrawnAsync(delivery.SubjectId, ct) is not { } withdrawn)
            return new Draft.Withdraw("The story was withdrawn.");
        var state = State(delivery, rules) with { IsWithdrawn = true };
        var card = StoryMessage.For(withdrawn, state);
        var draft = Draft.EditOf(posted, card, withdrawn.Lead.Title, () => StoryMessage.Edit(withdrawn, state));
        return draft is Draft.Edit edit ? edit with { Shown = Shown(withdrawn, state) } : draft;
    }

    /// <summary>The card says where its story goes on, since the channel has that card too.</summary>
    async Task<Draft> MovedAsync(Delivery delivery, PostedMessage posted, Story into, Subscription subscription, CancellationToken ct)
    {
        const string reason = "Its story was merged into another that this channel has.";
        var title = (await history.OfStoryAsync(delivery.Channel, delivery.SubjectId, ct))?.Title ?? "";
        if (subscription.Rules.Withdrawn is WithdrawnStories.Delete)
            return new Draft.Delete(reason);
        if (await history.OfStoryAsync(delivery.Channel, into.Id, ct) is not { Message: { } message } other)
            return new Draft.Skip(reason);
        var link = DiscordText.MessageLink(subscription.Guild, other.Place ?? other.Channel, message);
        var edit = StoryMessage.Moved(title, into, link, State(delivery, subscription.Rules));
        var content = new CreateMessage { Embeds = edit.Embeds, Components = edit.Components };
        return Draft.EditOf(posted, content, into.Lead.Title, () => edit);
    }

    /// <summary>
    /// An announcement channel's posts go to other servers, and Discord's copies have no components. A post from before it became one
    /// stays as it is.
    /// </summary>
    CardState State(Delivery delivery, ChannelRules rules) => CardState.Of(rules, clock.GetUtcNow()) with
    {
        IsEmbed = delivery.Destination is Destination.Announcement && delivery.Posted?.Shown?.IsEmbed is not false,
    };
}
