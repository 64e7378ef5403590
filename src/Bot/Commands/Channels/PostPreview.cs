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

        var card = StoryMessage.For(newest, StateOf(subscription));
        var delivery = await history.OfStoryAsync(subscription.Channel, newest.Id, ct);
        var post = ActionRow.Of(new Button
        {
            Style = ButtonStyle.Primary,
            Label = "Post now",
            CustomId = OrderButton.IdOf(subscription.Channel, newest.PublicKey).ToString(),
            Disabled = delivery is { Message: not null } || subscription.Paused is not null,
        });
        var state = delivery is null ? "" : $" ({DeliveryText.State(delivery)})";
        return Shown($"{summary} The newest{state}:", card, isSaved ? [post] : []);
    }

    /// <summary>A digest's menu opens stories for everybody who sees it, and so works here as well.</summary>
    Reply Digest(Subscription subscription, TrialResult result, string summary, DateTimeOffset at)
    {
        var since = at - PostingTimes.Period(subscription.Rules.Mode);
        var current = result.Passing.Where(story => story.FirstSeenAt >= since).ToList();
        var shown = DigestMessage.InOrder(current is [] ? result.Passing : current);
        var message = DigestMessage.For(new(0, shown, DigestMessage.TitleAt(at, subscription.Rules)), StateOf(subscription));
        var what = current is []
            ? $"No story waits for the next digest, {DiscordText.Relative(at)}. With the latest stories, it would look like this:"
            : $"The next digest comes {DiscordText.Relative(at)}. Now it would look like this:";
        return Shown($"{summary} {what}", message, []);
    }

    /// <summary>Posts in announcement channels are embeds.</summary>
    CardState StateOf(Subscription subscription) => CardState.Of(subscription.Rules, clock.GetUtcNow()) with
    {
        IsEmbed = subscription.Destination is Destination.Announcement,
    };

    /// <summary>A message as the channel would get it, below what is said about it and above the buttons.</summary>
    static Reply Shown(string about, CreateMessage message, IReadOnlyList<Component> buttons)
    {
        var isLayout = message.Flags.HasFlag(MessageFlags.IsComponentsV2);
        return new()
        {
            Content = isLayout ? null : about,
            Embeds = message.Embeds ?? [],
            Components = [.. isLayout ? (Component[])[new TextDisplay { Content = about }] : [], .. message.Components ?? [], .. buttons],
            IsPrivate = true,
        };
    }
}
