using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Peers;

/// <summary>
/// As much of Discord as a bot needs to connect and to be flooded with events: they are ready before they are sent, so that it never has
/// to wait. One bot, one connection.
/// </summary>
sealed class EventsGateway : IAsyncDisposable
{
    /// <summary>The frames of <see cref="MixedEvents.Session"/>.</summary>
    const int Begin = 2;

    readonly WebApplication app;
    readonly int events;
    readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    EventsGateway(WebApplication app, int events)
    {
        (this.app, this.events) = (app, events);
        app.UseWebSockets();
        app.Run(AnswerAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    string Gateway => $"ws://{Address.Authority}";

    public static async Task<EventsGateway> StartAsync(int events, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var gateway = new EventsGateway(builder.Build(), events);
        await gateway.app.StartAsync(ct);
        return gateway;
    }

    /// <summary>Returns when a bot has connected and has had a moment to start.</summary>
    public async Task UntilConnectedAsync(CancellationToken ct)
    {
        await connected.Task.WaitAsync(ct);
        await Task.Delay(TimeSpan.FromSeconds(2), ct);
    }

    /// <summary>Sends the events, and returns when the bot has read the last one.</summary>
    public async Task SendAllAsync(CancellationToken ct)
    {
        go.SetResult();
        await done.Task.WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        done.TrySetResult();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await RunAsync(socket, http.RequestAborted);
            return;
        }

        var json = http.Request.Path.Value!.EndsWith("/gateway/bot", StringComparison.Ordinal) ? $$"""
            {
              "url": "{{Gateway}}",
              "shards": 1,
              "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
            }
            """ : "[]";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json, http.RequestAborted);
    }

    async Task RunAsync(WebSocket socket, CancellationToken ct)
    {
        using var stream = new FrameStream();
        ValueTask SendAsync(string frame) => socket.SendAsync(stream.Compress(frame), WebSocketMessageType.Binary, endOfMessage: true, ct);
        await SendAsync("""{"op": 10, "d": {"heartbeat_interval": 3600000}, "s": null, "t": null}""");
        await ReceiveAsync(socket, op: 2, ct);
        foreach (var frame in MixedEvents.Session(Gateway))
            await SendAsync(frame);
        var frames = MixedEvents.Frames(Begin + 1, events).Select(stream.Compress).ToList();
        connected.TrySetResult();
        await go.Task.WaitAsync(ct);
        foreach (var frame in frames)
            await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, ct);
        // The bot answers this when it has read all before it.
        await SendAsync("""{"op": 1, "d": null, "s": null, "t": null}""");
        await ReceiveAsync(socket, op: 1, ct);
        done.TrySetResult();
        await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Returns when the bot has sent a payload of a kind.</summary>
    static async Task ReceiveAsync(WebSocket socket, int op, CancellationToken ct)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, ct);
            using var payload = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
            if (payload.RootElement.GetProperty("op").GetInt32() == op)
                return;
        }
    }

    /// <summary>zlib-stream: one stream, flushed after each frame.</summary>
    sealed class FrameStream : IDisposable
    {
        readonly MemoryStream compressed = new();
        readonly ZLibStream zlib;

        public FrameStream() => zlib = new(compressed, CompressionLevel.Fastest, leaveOpen: true);

        public ReadOnlyMemory<byte> Compress(string frame)
        {
            compressed.SetLength(0);
            zlib.Write(Encoding.UTF8.GetBytes(frame));
            zlib.Flush();
            return compressed.ToArray();
        }

        public void Dispose()
        {
            zlib.Dispose();
            compressed.Dispose();
        }
    }
}
