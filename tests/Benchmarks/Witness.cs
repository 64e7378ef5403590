using System.Net.ServerSentEvents;
using System.Text.Json;
using Shared;

namespace Benchmarks;

/// <summary>Watches the local Discord as a moderator's page does, and counts posts to some channels and rejected requests.</summary>
sealed class Witness(IReadOnlyCollection<string> channels)
{
    readonly Dictionary<(string Channel, string Title), int> posts = [];

    public TimeSpan? FirstPost { get; private set; }

    public TimeSpan? LastPost { get; private set; }

    /// <summary>Requests of the bot that were rejected with 429.</summary>
    public int TooFast { get; private set; }

    public int Posts { get; private set; }

    /// <summary>Posts beyond the first with the same title in the same channel.</summary>
    public int Doubled => Posts - posts.Count;

    public bool Saw(string channel, string title) => posts.ContainsKey((channel, title));

    /// <summary>Watches until it is canceled.</summary>
    public async Task WatchAsync(HttpClient people, Func<TimeSpan> clock, CancellationToken until)
    {
        try
        {
            await using var stream = await people.GetStreamAsync("sandbox/events?as=moderator", until);
            await foreach (var happened in SseParser.Create(stream).EnumerateAsync(until))
                See(happened.EventType, happened.Data, clock());
        }
        catch (OperationCanceledException)
        {
            // Canceled: there is nothing more to watch.
        }
    }

    void See(string happened, string data, TimeSpan at)
    {
        using var json = JsonDocument.Parse(data);
        if (happened == "api_call" && json.RootElement.GetProperty("status").GetInt32() == 429)
            TooFast++;
        if (happened != "message_create"
            || json.RootElement.GetProperty("channel_id").GetString() is not { } channel
            || !channels.Contains(channel))
            return;

        FirstPost ??= at;
        LastPost = at;
        Posts++;
        var post = (channel, Posted.Title(json.RootElement));
        posts[post] = posts.GetValueOrDefault(post) + 1;
    }
}
