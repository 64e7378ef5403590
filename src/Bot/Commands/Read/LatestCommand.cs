using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/latest [topic] [outlet] [type] [count] [private]</c></summary>
sealed class LatestCommand(FilterOptions filters, HeadlinePages pages) : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "latest",
        Description = "Show the latest stories",
        Options = [FilterOptions.Topic, FilterOptions.Outlet, FilterOptions.Type, CountOption.Spec, PrivateOption.Spec],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (given, mistake) = await filters.ReadAsync(call, ct);
        return mistake ?? PrivateOption.Apply(call, await pages.ShowAsync(given, CountOption.Of(call), call.Language, ct));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => filters.SuggestAsync(call, ct);
}
