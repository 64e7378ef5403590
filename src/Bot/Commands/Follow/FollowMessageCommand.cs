using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary><c>Follow this story</c> in a message's menu: follows the story that the message is about.</summary>
sealed class FollowMessageCommand(MessageStories stories, ButtonStories buttons, FollowStoryButton follow) : IMessageCommand, IButton
{
    public ApplicationCommand Spec { get; } = new() { Type = ApplicationCommandType.Message, Name = "Follow this story" };

    public string Name => "follow-message";

    public Access Access => Access.Everyone;

    public Task<Reply> RunAsync(MessageCall call, CancellationToken ct) =>
        stories.AnswerAsync(
            call,
            Name,
            story => follow.FollowAsync(
                story, call.UserId!.Value, call.GuildId, Places.Of(call.Message.ChannelId, call.Here), call.Language, ct),
            ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language).Answers;
        if (StoryMenu.Chosen(interaction) is not { } key || interaction.UserId is not { } user)
            return Reply.Note(words.UnknownMenu);
        return await buttons.OfAsync(key, interaction.Message, ct) is { } story
            ? await follow.FollowAsync(story, user, interaction.GuildId, interaction.Place, interaction.Language, ct) with
            {
                Replaces = true,
            }
            : Reply.Note(words.StoryGone);
    }
}
