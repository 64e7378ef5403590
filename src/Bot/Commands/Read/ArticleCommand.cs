using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/article title</c>: the card of a story.</summary>
sealed class ArticleCommand(StoryOption option, TimeProvider clock) : ISlashCommand, ISuggest, IButton
{
    const string Title = "title";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "article",
        Description = "Open a story",
        Options = [StoryOption.Named(Title), PrivateOption.Spec],
    };

    public string Name => Spec.Name;

    public Access Access => Access.Everyone;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        option.AnswerAsync(call, Title, story => StoryReply.Of(story, clock.GetUtcNow(), call.Language), ct);

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        option.ChosenAsync(interaction, story => StoryReply.Of(story, clock.GetUtcNow(), interaction.Language), ct);

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => option.SuggestAsync(call, ct);
}
