using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/search words [topic] [outlet] [type] [since] [until] [order] [count] [private]</c></summary>
sealed class SearchCommand(SearchPages pages, FilterOptions filters) : ISlashCommand, ISuggest
{
    const string Words = "words";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "search",
        Description = "Search for stories",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = Words,
                Description = "Words to find, \"an exact phrase\", or -words to exclude",
                Required = true,
                MaxLength = SearchPages.LongestWords,
            },
            FilterOptions.Topic,
            FilterOptions.Outlet,
            FilterOptions.Type,
            FilterOptions.Since,
            FilterOptions.Until,
            FilterOptions.Order,
            CountOption.Spec,
            PrivateOption.Spec,
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (given, mistake) = await filters.ReadAsync(call, ct);
        return mistake ?? PrivateOption.Apply(call, await pages.ShowAsync(call, Words, given, CountOption.Of(call), ct));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => filters.SuggestAsync(call, ct);
}
