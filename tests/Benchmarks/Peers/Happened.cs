using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;

namespace Benchmarks.Peers;

/// <summary>What happens at a local Discord, each with the moment at which it is seen here.</summary>
sealed class Happened : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly Channel<(string What, string Data, long At)> events = Channel.CreateUnbounded<(string, string, long)>();
    readonly Task reading;

    Happened(Stream stream) => reading = ReadAsync(stream);

    public static async Task<Happened> WatchAsync(Stage stage, CancellationToken ct) =>
        new(await stage.People.GetStreamAsync("sandbox/events?as=moderator", ct));

    /// <summary>The timestamp of the next event of a kind that fits.</summary>
    public async Task<long> NextAsync(string what, Func<JsonElement, bool> fits, CancellationToken ct)
    {
        await foreach (var happened in events.Reader.ReadAllAsync(ct))
        {
            if (happened.What != what)
                continue;
            using var data = JsonDocument.Parse(happened.Data);
            if (fits(data.RootElement))
                return happened.At;
        }

        throw new InvalidOperationException("The local Discord has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    async Task ReadAsync(Stream stream)
    {
        await using var closing = stream;
        await foreach (var happened in SseParser.Create(stream).EnumerateAsync(stop.Token))
            events.Writer.TryWrite((happened.EventType, happened.Data, Stopwatch.GetTimestamp()));
    }
}
