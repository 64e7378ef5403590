using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace LocalDiscord.Gateway;

/// <summary>Queues frames and sends them in order, so that nobody has to wait for a slow connection.</summary>
sealed class GatewaySocket(WebSocket socket, IFrameEncoder encoder) : IDisposable
{
    /// <summary>The largest payload that a bot may send. https://discord.com/developers/docs/events/gateway#sending-events</summary>
    public const int MaxPayload = 4096;

    readonly Channel<Outgoing> outgoing = Channel.CreateUnbounded<Outgoing>();
    readonly byte[] buffer = new byte[MaxPayload];

    public void Send(string frame) => outgoing.Writer.TryWrite(new Outgoing(frame, null, ""));

    public void Close(CloseCode code, string reason)
    {
        outgoing.Writer.TryWrite(new Outgoing(null, code, reason));
        outgoing.Writer.TryComplete();
    }

    /// <summary>Answers a close with its own code, or with 1000 if it had none.</summary>
    public void AnswerClose()
    {
        var hasCode = socket.CloseStatus is not (null or WebSocketCloseStatus.Empty);
        Close((CloseCode)(hasCode ? socket.CloseStatus!.Value : WebSocketCloseStatus.NormalClosure), "");
    }

    /// <summary>Ends the connection as if the network had failed.</summary>
    public void Drop()
    {
        outgoing.Writer.TryComplete();
        socket.Abort();
    }

    public async Task SendQueuedAsync(CancellationToken ct)
    {
        await foreach (var next in outgoing.Reader.ReadAllAsync(ct))
        {
            if (next.Close is { } code)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, next.Reason, ct);
            else
                await socket.SendAsync(encoder.Encode(next.Frame!), encoder.Type, endOfMessage: true, ct);
        }
    }

    /// <summary>The next message; null when the other side closed, with its code in <see cref="ClosedWith"/>.</summary>
    /// <exception cref="InvalidDataException">The message is longer than <see cref="MaxPayload"/>.</exception>
    public async Task<string?> ReceiveAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                throw new InvalidDataException($"A payload can have at most {MaxPayload} bytes.");
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    /// <summary>The code that the other side closed with; null if it sent none.</summary>
    public int? ClosedWith => (int?)socket.CloseStatus;

    public void Dispose() => encoder.Dispose();

    readonly record struct Outgoing(string? Frame, CloseCode? Close, string Reason);
}
