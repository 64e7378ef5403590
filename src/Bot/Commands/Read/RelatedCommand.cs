using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/related article</c></summary>
sealed class RelatedCommand(StoryOption option, CoveragePages pages) : ISlashCommand, ISuggest, IButton
{
    /// <summary>The <see cref="Name"/> for menus of stories.</summary>
    public const string Handler = "related";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = Handler,
        Description = "Show other coverage of an article",
        Options = [ArticleOption.Spec, PrivateOption.Spec],
    };

    public string Name => Handler;

    public Access Access => Access.Everyone;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        option.AnswerAsync(call, ArticleOption.Name, story => pages.Show(story, call.Language), ct);

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        option.ChosenAsync(interaction, story => pages.Show(story, interaction.Language), ct);

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => option.SuggestAsync(call, ct);
}
