using System.Globalization;
using Bot.Cards;
using Bot.Posting;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>Posts a story to a channel because somebody asks for it: once, whatever the rules say.</summary>
sealed class OrderButton(GuildSubscriptions channels, StoryStore stories, OrderStore orders, DeliveryHistory history, OutboxSignal outbox) : IButton
{
    public string Name => "post";

    public static CustomId IdOf(string channel, long story) => new("post", long.Parse(channel, CultureInfo.InvariantCulture), story);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (press.Id.Numbers is not [var channel and > 0, var story])
            return Reply.Note("This button is not one that I know how to answer. Use `/channel test` again.");
        if (!press.MayManage)
            return Reply.Note("Only those with Manage Server can post to a channel.");
        return await OrderAsync(press.GuildId, new((ulong)channel), story, press.UserId, ct);
    }

    /// <param name="by">Who asks for it.</param>
    public async Task<Reply> OrderAsync(Snowflake? guild, Snowflake channel, long storyId, Snowflake? by, CancellationToken ct)
    {
        var chosen = await channels.ToPostAsync(guild, channel, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        if (await stories.StoryAsync(storyId, ct) is not { } story)
            return Reply.Note("This story is not there any more.");
        var title = CardText.Plain(story.Lead.Title, 100);
        if (!await orders.OrderAsync(subscription, story.Id, title, by?.ToString(), ct))
            return Reply.Note(await ThereAsync(subscription.Channel, story.Id, guild!.Value, ct));
        outbox.Set();
        return Reply.Note($"“{CardText.Markdown(title, 100)}” is on its way to <#{subscription.Channel}>. `/channel history` shows what became of it.");
    }

    async Task<string> ThereAsync(string channel, long story, Snowflake guild, CancellationToken ct)
    {
        var record = await history.OfStoryAsync(channel, story, ct);
        return record is null || DeliveryText.Link(record, guild) is not { } link
            ? "It is on its way already."
            : $"<#{channel}> has it already, and gets nothing twice: {link.AbsoluteUri}";
    }
}
