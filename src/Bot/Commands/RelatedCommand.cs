using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/related article</c></summary>
sealed class RelatedCommand(ArticleStore articles, CoveragePages pages) : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "related",
        Description = "What else was written about an article",
        Options = [ArticleOption.Spec],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        await ArticleOption.FindAsync(articles, call, ct) is { } id ? await pages.ShowAsync(id, call.Language, ct) : ArticleOption.Unknown(call, Words.Of(call.Language).Answers);

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => ArticleOption.SuggestAsync(articles, call, ct);
}
