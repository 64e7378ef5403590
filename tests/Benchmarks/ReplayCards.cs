using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Desk.Channels;
using Shared;

namespace Benchmarks;

/// <summary>A card as it is in a channel at the end.</summary>
/// <param name="Link">Of its headline; null if the story was withdrawn, or went on in another card.</param>
/// <param name="Links">All that it and the pages of its coverage lead to, the headline's included.</param>
sealed record ReplayCard(string Message, string Title, string? Link, IReadOnlySet<string> Links);

/// <summary>Reads cards as a moderator sees them, with the bot running, since it shows their coverage.</summary>
static partial class ReplayCards
{
    /// <summary>The page has no more of a channel.</summary>
    const int MostMessages = 200;

    public static async Task<IReadOnlyList<ReplayCard>> InAsync(ReplayChannel channel, HttpClient people, CancellationToken ct)
    {
        if (channel.Destination is not Destination.Forum)
            return await MessagesAsync(channel.Id, people, ct);
        using var guilds = await people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        var posts = guilds!.RootElement[0].GetProperty("channels").EnumerateArray()
            .Where(one => one.TryGetProperty("parent_id", out var parent) && parent.GetString() == channel.Id)
            .Select(one => one.GetProperty("id").GetString()!)
            .ToList();
        var cards = new List<ReplayCard>();
        foreach (var post in posts)
            cards.AddRange((await MessagesAsync(post, people, ct)).Where(card => card.Message == post));
        return cards;
    }

    static async Task<IReadOnlyList<ReplayCard>> MessagesAsync(string channel, HttpClient people, CancellationToken ct)
    {
        var coverage = new ReplayCoverage(people);
        var cards = new List<ReplayCard>();
        using var messages = await people.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", ct);
        var all = messages!.RootElement.EnumerateArray().ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(all.Count, MostMessages);
        foreach (var message in all.Where(Posted.IsPost))
            cards.Add(Card(message, await coverage.OfAsync(message, ct)));
        return cards;
    }

    static ReplayCard Card(JsonElement message, IReadOnlyList<JsonElement> coverage)
    {
        var links = coverage.Prepend(message).SelectMany(one => Address().Matches(one.GetRawText()))
            .Select(match => match.Value.TrimEnd('\\')).ToHashSet();
        return new(message.GetProperty("id").GetString()!, Posted.Title(message), Posted.Link(message), links);
    }

    [GeneratedRegex("""https?://[^\s"<>()]+""")]
    private static partial Regex Address();
}
