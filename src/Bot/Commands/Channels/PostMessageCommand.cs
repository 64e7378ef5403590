using System.Globalization;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>Post to a channel</c> in a message's menu: posts the message's story where the moderator chooses.</summary>
sealed class PostMessageCommand(MessageStories stories, StoryStore archive, OrderButton orders) : IMessageCommand, IButton
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
        stories.AnswerAsync(call, Name, story => Task.FromResult(Question(story)), ct);

    /// <summary>First the story is chosen, unless it is known; then the channel.</summary>
    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction.CustomId.Numbers switch
    {
        [] when StoryMenu.Chosen(interaction) is { } story => OfAsync(story, found => Task.FromResult(Question(found)), ct),
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

    Reply Question(Story story) => new()
    {
        Content = $"Post “{CardText.Markdown(story.Lead.Title, 100)}” to which channel?",
        Components = [ActionRow.Of(new ChannelSelect
        {
            CustomId = new CustomId(Name, story.PublicKey).ToString(),
            Placeholder = "Choose a channel",
            ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
        })],
        IsPrivate = true,
    };

    static Snowflake? Channel(CustomIdInteraction interaction) =>
        interaction.Values is [var value] && Snowflake.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : null;
}
