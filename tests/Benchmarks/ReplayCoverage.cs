using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Cards;
using Shared;

namespace Benchmarks;

/// <summary>Opens all coverage of a card as a moderator does, page by page: the card itself names only a few outlets.</summary>
sealed class ReplayCoverage(HttpClient people)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>The pages as messages; none if the card has no button that opens them.</returns>
    public async Task<IReadOnlyList<JsonElement>> OfAsync(JsonElement card, CancellationToken ct)
    {
        var pages = new List<JsonElement>();
        for (var (message, next) = (card, Button(card, CoverageButton.IsOfCard)); next is not null; next = NextPage(message, pages.Count))
            pages.Add(message = await PressAsync(message, next, ct));
        return pages;
    }

    static string? NextPage(JsonElement message, int page) => Button(
        message, id => id is { Name: CoverageButton.Name, Words: null, Numbers: [_, var to, (long)CoverageOrder.Top] } && to == page);

    static string? Button(JsonElement message, Func<CustomId?, bool> isWanted) => Posted.All(message)
        .Where(component => !TranscriptComponents.Flag(component, "disabled"))
        .Select(component => component.TryGetProperty("custom_id", out var id) ? id.GetString() : null)
        .FirstOrDefault(id => isWanted(CustomId.Parse(id)));

    /// <summary>Again while the bot isn't online yet, or too slow.</summary>
    async Task<JsonElement> PressAsync(JsonElement message, string customId, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            var press = new JsonObject
            {
                ["as"] = "moderator",
                ["channel"] = message.GetProperty("channel_id").GetString(),
                ["press"] = new JsonObject { ["message"] = message.GetProperty("id").GetString(), ["custom_id"] = customId },
            };
            using var answer = await people.PostAsJsonAsync("sandbox/interactions", press, patience.Token);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token)).GetProperty("message");
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }
}
