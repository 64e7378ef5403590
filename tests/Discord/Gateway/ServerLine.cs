using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace Discord.Tests.Gateway;

/// <summary>The server's end of one connection.</summary>
sealed class ServerLine(string address, WebSocket socket) : IDisposable
{
    readonly TaskCompletionSource ended = new();
    readonly byte[] buffer = new byte[4096];
    readonly MemoryStream compressed = new();
    ZLibStream? zlib;

    public string Address => address;

    public Task Ended => ended.Task;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A heartbeat every 20 s; the first one after 10.</summary>
    public Task HelloAsync(bool compress = false) => (compress ? (Func<string, Task>)SendCompressedAsync : SendAsync)("""{"op":10,"d":{"heartbeat_interval":20000},"s":null,"t":null}""");

    public async Task SendAsync(string json) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, Ct);

    public async Task SendInPartsAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await socket.SendAsync(bytes.AsMemory(0, 10), WebSocketMessageType.Text, endOfMessage: false, Ct);
        await socket.SendAsync(bytes.AsMemory(10), WebSocketMessageType.Text, endOfMessage: true, Ct);
    }

    /// <summary>By zlib-stream, in two frames: Discord may cut a message anywhere.</summary>
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

    /// <summary>What the client says next; <c>closed</c> and the code when it leaves.</summary>
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

    /// <summary>Cuts the line without a word.</summary>
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
