using System.Globalization;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>Post to a channel</c> in a message's menu: posts the message's story where the moderator chooses.</summary>
sealed class PostMessageCommand(
    MessageStories stories,
    StoryStore archive,
    SubscriptionStore subscriptions,
    ChannelNames names,
    ChannelNameLookup lookup,
    OrderButton orders)
    : IMessageCommand, IButton
{
    public ApplicationCommand Spec { get; } = new()
    {
        Type = ApplicationCommandType.Message,
        Name = "Post to a channel",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild],
    };

    public string Name => "post-message";

    public Access Access => Access.Moderators;

    public Task<Reply> RunAsync(MessageCall call, CancellationToken ct) =>
        stories.AnswerAsync(call, Name, story => QuestionAsync(story, call.GuildId, ct), ct);

    /// <summary>First the story is chosen, unless it is known; then the channel.</summary>
    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction.CustomId.Numbers switch
    {
        [] when StoryMenu.Chosen(interaction) is { } story => OfAsync(
            story, found => QuestionAsync(found, interaction.GuildId, ct), ct),
        [var story] when Channel(interaction) is { } channel => OfAsync(
            story,
            found => orders.OrderAsync(interaction.GuildId, channel, found.Id, interaction.UserId, ct),
            ct),
        _ => Task.FromResult(Reply.Note(BotTexts.English.Answers.UnknownMenu)),
    };

    async Task<Reply> OfAsync(long key, Func<Story, Task<Reply>> answer, CancellationToken ct) =>
        (await archive.OfKeyAsync(key, ct) is { } story ? await answer(story) : Reply.Note(BotTexts.English.Answers.StoryGone)) with
        {
            Replaces = true,
        };

    /// <summary>Offers the channels that get news, since nothing is posted to others.</summary>
    public async Task<Reply> QuestionAsync(Story story, Snowflake? guild, CancellationToken ct)
    {
        var known = guild is null ? [] : await subscriptions.OfGuildAsync($"{guild}", ct);
        var open = known.Where(one => one.Paused is null).ToList();
        if (open is [])
        {
            return Reply.Note(known is []
                ? "No channel of this server gets news yet. Use `/channel setup` to add one, then try again."
                : "Every channel that gets news is paused. Use `/channel resume`, then try again.");
        }

        var offered = open.Take(DiscordLimits.SelectOptions).ToList();
        await lookup.LearnAsync(offered.Select(one => one.Channel), ct);
        var more = open.Count > DiscordLimits.SelectOptions ? " For a channel that isn't listed, use `/channel post`." : "";
        return new()
        {
            Content = $"Post “{CardText.Markdown(story.Lead.Title, 100)}” to which channel?{more}",
            Components = [ActionRow.Of(new StringSelect
            {
                CustomId = new CustomId(Name, story.PublicKey).ToString(),
                Placeholder = "Choose a channel",
                Options = [.. offered.Select(one => new SelectOption
                {
                    Value = one.Channel,
                    Label = CardText.Plain(names.Of(one.Channel), DiscordLimits.SelectOptionLabel),
                })],
            })],
            IsPrivate = true,
        };
    }

    static Snowflake? Channel(CustomIdInteraction interaction) =>
        interaction.Values is [var value] && Snowflake.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : null;
}
