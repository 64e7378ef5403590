using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>Posts a story to a channel because somebody asks for it: once, whatever the rules say.</summary>
sealed class OrderButton(
    GuildSubscriptions channels,
    StoryStore stories,
    ButtonStories buttons,
    OrderStore orders,
    DeliveryHistory history,
    OutboxSignal outbox) : IButton
{
    public string Name => "post";

    public Access Access => Access.Moderators;

    /// <param name="story">The story's public key.</param>
    public static CustomId IdOf(string channel, long story) => new("post", long.Parse(channel, CultureInfo.InvariantCulture), story);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId.Numbers is not [var channel and > 0, var story])
            return Reply.Note("This button has expired. Use `/channel test` again.");
        return await buttons.OfAsync(story, interaction.Message, ct) is { } there
            ? await OrderAsync(interaction.GuildId, new((ulong)channel), there.Id, interaction.UserId, ct)
            : Reply.Note(BotTexts.English.Answers.StoryGone);
    }

    /// <param name="by">The person who asks.</param>
    public async Task<Reply> OrderAsync(Snowflake? guild, Snowflake channel, long storyId, Snowflake? by, CancellationToken ct)
    {
        var chosen = await channels.ToPostAsync(guild, channel, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (await stories.OfArticleAsync(storyId, ct) is not { } story)
            return Reply.Note(BotTexts.English.Answers.StoryGone);
        var title = CardText.Plain(story.Lead.Title, 100);
        if (!await orders.OrderAsync(subscription, story.Id, title, by?.ToString(), ct))
            return Reply.Note(await ThereAsync(subscription.Channel, story.Id, guild!.Value, ct));
        outbox.Set();
        return Reply.Note(
            $"I'll post “{CardText.Markdown(title, 100)}” to <#{subscription.Channel}>. Use `/channel history` to follow it.");
    }

    async Task<string> ThereAsync(string channel, long story, Snowflake guild, CancellationToken ct)
    {
        var record = await history.OfStoryAsync(channel, story, ct);
        return record is null || DeliveryText.Link(record, guild) is not { } link
            ? "It is already queued."
            : $"<#{channel}> already has it: {link.AbsoluteUri}";
    }
}
