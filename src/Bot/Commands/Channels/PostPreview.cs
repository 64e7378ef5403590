using Bot.Cards;
using Bot.Commands.Interactions;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>What a channel would get now, as its rules have it look: the newest story, or the next digest.</summary>
sealed class PostPreview(DeliveryHistory history, RulesTrial trial, TimeProvider clock)
{
    /// <param name="isSaved">Whether the channel gets news by these rules already, so that a button may post the story.</param>
    public async Task<Reply> OfAsync(Subscription subscription, bool isSaved, CancellationToken ct)
    {
        var result = await trial.OfAsync(subscription.Rules, ct);
        var summary = $"<#{subscription.Channel}> · {result.Summary}";
        if (result.Passing is not [var newest, ..])
            return Reply.Note(summary);
        if (PostingTimes.NextDigest(subscription.Rules, clock.GetUtcNow()) is { } digestAt)
            return Digest(subscription, result, summary, digestAt);

        var card = StoryMessage.For(newest, CardState.Of(subscription.Rules, clock.GetUtcNow()));
        var delivery = await history.OfStoryAsync(subscription.Channel, newest.Id, ct);
        var post = ActionRow.Of(new Button
        {
            Style = ButtonStyle.Primary,
            Label = "Post now",
            CustomId = OrderButton.IdOf(subscription.Channel, newest.PublicKey).ToString(),
            Disabled = delivery is { Message: not null } || subscription.Paused is not null,
        });
        return new()
        {
            Components =
            [
                new TextDisplay { Content = $"{summary} The newest{(delivery is null ? "" : $" ({DeliveryText.State(delivery)})")}:" },
                .. card.Components!,
                .. isSaved ? (Component[])[post] : [],
            ],
            IsPrivate = true,
        };
    }

    /// <summary>A digest's menu opens stories for everybody who sees it, and so works here as well.</summary>
    Reply Digest(Subscription subscription, TrialResult result, string summary, DateTimeOffset at)
    {
        var since = at - PostingTimes.Period(subscription.Rules.Mode);
        var current = result.Passing.Where(story => story.FirstSeenAt >= since).ToList();
        var state = CardState.Of(subscription.Rules, clock.GetUtcNow());
        var shown = DigestMessage.InOrder(current is [] ? result.Passing : current);
        var message = DigestMessage.For(new(0, shown, DigestMessage.TitleAt(at, subscription.Rules)), state);
        var what = current is []
            ? $"No story waits for the next digest, {DiscordText.Relative(at)}. With the latest stories, it would look like this:"
            : $"The next digest comes {DiscordText.Relative(at)}. Now it would look like this:";
        return new()
        {
            Components = [new TextDisplay { Content = $"{summary} {what}" }, .. message.Components!],
            IsPrivate = true,
        };
    }
}
