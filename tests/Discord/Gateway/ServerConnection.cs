using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace Discord.Tests.Gateway;

/// <summary>The server side of one connection.</summary>
sealed class ServerConnection(string address, WebSocket socket) : IDisposable
{
    readonly TaskCompletionSource ended = new();
    readonly byte[] buffer = new byte[4096];
    readonly MemoryStream compressed = new();
    ZLibStream? zlib;

    public string Address => address;

    public Task Ended => ended.Task;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Requests a heartbeat every 20 s; the first is due after 10 s.</summary>
    public Task HelloAsync(bool compress = false)
    {
        const string hello = """{"op":10,"d":{"heartbeat_interval":20000},"s":null,"t":null}""";
        return compress ? SendCompressedAsync(hello) : SendAsync(hello);
    }

    public async Task SendAsync(string json) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, Ct);

    public async Task SendInPartsAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await socket.SendAsync(bytes.AsMemory(0, 10), WebSocketMessageType.Text, endOfMessage: false, Ct);
        await socket.SendAsync(bytes.AsMemory(10), WebSocketMessageType.Text, endOfMessage: true, Ct);
    }

    /// <summary>Uses zlib-stream and two frames, because Discord can split a message anywhere.</summary>
    public async Task SendCompressedAsync(string json)
    {
        zlib ??= new(compressed, CompressionLevel.Optimal);
        compressed.SetLength(0);
        zlib.Write(Encoding.UTF8.GetBytes(json));
        zlib.Flush();
        var bytes = compressed.ToArray();
        await socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Binary, endOfMessage: true, Ct);
        await socket.SendAsync(bytes.AsMemory(bytes.Length / 2), WebSocketMessageType.Binary, endOfMessage: true, Ct);
    }

    /// <summary>The next payload from the client, or <c>closed</c> and the close code.</summary>
    public async Task<string> ReceiveAsync()
    {
        var part = await socket.ReceiveAsync(buffer, Ct);
        if (part.MessageType != WebSocketMessageType.Close)
            return Encoding.UTF8.GetString(buffer, 0, part.Count);
        await CloseAsync((int)socket.CloseStatus!);
        return $"closed {(int)socket.CloseStatus!}";
    }

    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, Ct);
        ended.TrySetResult();
    }

    /// <summary>Breaks the connection without a close code.</summary>
    public void Abort()
    {
        if (ended.Task.IsCompleted)
            return;
        socket.Abort();
        ended.TrySetResult();
    }

    public void Dispose()
    {
        Abort();
        zlib?.Dispose();
        compressed.Dispose();
    }
}
