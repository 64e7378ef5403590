using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LocalDiscord.Tests;

/// <summary>A gateway client that sends only what a test tells it to.</summary>
sealed class ScriptedBot : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[1 << 20];

    public JsonNode Ready { get; set; } = new JsonObject();

    public string SessionId => Ready["session_id"]!.GetValue<string>();

    /// <summary>The sequence number of the last event.</summary>
    public long Sequence { get; private set; }

    public static async Task<ScriptedBot> ConnectAsync(Uri gateway)
    {
        var bot = new ScriptedBot();
        await bot.socket.ConnectAsync(gateway, TestContext.Current.CancellationToken);
        return bot;
    }

    public Task IdentifyAsync(long intents = 513, string token = LocalDiscordServer.Token, string more = "") =>
        SendAsync($$$"""
            {"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},
             "properties":{"os":"linux","browser":"test","device":"test"}{{{more}}}}}
            """);

    public Task ResumeAsync(string sessionId, long sequence, string token = LocalDiscordServer.Token) =>
        SendAsync($$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{sessionId}}}","seq":{{{sequence}}}}}""");

    public Task SendAsync(string frame) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>The bytes of the next message.</summary>
    public async Task<ReadOnlyMemory<byte>> NextBytesAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken).AsTask().WaitAsync(
                Patience, TestContext.Current.CancellationToken);
            length += part.Count;
            if (part.EndOfMessage)
                return buffer.AsMemory(0, length);
        }
    }

    public async Task<JsonNode> NextAsync()
    {
        var frame = JsonNode.Parse((await NextBytesAsync()).Span)!;
        Sequence = frame["s"]?.GetValue<long>() ?? Sequence;
        return frame;
    }

    /// <summary>The data of the next event, which must have this name.</summary>
    public async Task<JsonNode> EventAsync(string name)
    {
        var frame = await NextAsync();
        Assert.Equal(name, frame["t"]?.GetValue<string>());
        return frame["d"]!;
    }

    /// <summary>The code that the server closes with.</summary>
    public async Task<int> ClosedAsync()
    {
        while (socket.State == WebSocketState.Open)
            await NextBytesAsync();
        return (int)socket.CloseStatus!.Value;
    }

    public Task CloseAsync(int code) => socket.CloseAsync((WebSocketCloseStatus)code, "", TestContext.Current.CancellationToken);

    /// <summary>Breaks the connection without a close code.</summary>
    public void Drop() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
