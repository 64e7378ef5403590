using Discord;

namespace Bot.Commands;

/// <summary><c>/search words [count]</c></summary>
sealed class SearchCommand(SearchPages pages) : ISlashCommand
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "search",
        Description = "Articles that hold all these words, best first",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = "words",
                Description = "Words, \"words in this order\", or -words that must not be there",
                Required = true,
                MaxLength = SearchPages.LongestWords,
            },
            CountOption.Spec,
        ],
    };

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => pages.ShowAsync(call.Text("words") ?? "", CountOption.Of(call), call.Language, ct);
}
