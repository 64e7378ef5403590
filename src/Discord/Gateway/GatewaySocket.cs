using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Discord;

/// <summary>
/// One WebSocket: bytes in, frames out, and transport compression between the two.
/// Not for more than one receiver or sender at a time. Neither is cancelled by a token, which would cut the line without a
/// close code: close or dispose instead.
/// </summary>
sealed class GatewaySocket : IDisposable
{
    const int FirstBuffer = 16 * 1024;
    const int LargestMessage = 64 * 1024 * 1024;
    static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(15);
    static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(2);

    readonly ClientWebSocket socket = new();
    readonly GatewayInflater inflater = new();
    readonly GatewaySendLimit sendLimit = new();
    readonly TimeProvider clock;

    GatewaySocket(TimeProvider clock) => this.clock = clock;

    /// <param name="gateway">From GET /gateway/bot or READY, without a query.</param>
    /// <param name="compress">Asks for transport compression; a gateway that does not offer it sends text as ever.</param>
    /// <exception cref="WebSocketException">Nobody there, or nobody who speaks WebSocket.</exception>
    public static async Task<GatewaySocket> OpenAsync(Uri gateway, bool compress, TimeProvider clock, CancellationToken ct)
    {
        var opened = new GatewaySocket(clock);
        try
        {
            using var timeout = new CancellationTokenSource(OpenWithin, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
            var query = compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json";
            await opened.socket.ConnectAsync(new UriBuilder(gateway) { Query = query }.Uri, either.Token);
            return opened;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            opened.Dispose();
            throw new WebSocketException($"{gateway.Host} did not answer within {OpenWithin.TotalSeconds} s.");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Waits before what would be too much; only a gateway that keeps asking for heartbeats can bring that about.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        while (sendLimit.Take(clock.GetUtcNow()) is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock);
        await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    /// <summary>The next frame, or how the connection ended.</summary>
    /// <exception cref="JsonException">What came is not a frame.</exception>
    public async Task<GatewayInput> ReceiveAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            for (var length = 0; ;)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                    return new GatewayInput.Closed((GatewayCloseCode?)socket.CloseStatus, socket.CloseStatusDescription);
                if (part is { EndOfMessage: true, MessageType: WebSocketMessageType.Text })
                    return new GatewayInput.Received(GatewayFrame.Read(buffer.AsSpan(0, length)));
                if (part.EndOfMessage && GatewayInflater.IsWhole(buffer.AsSpan(0, length)))
                    return new GatewayInput.Received(GatewayFrame.Read(inflater.Inflate(buffer.AsMemory(0, length), LargestMessage)));
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return new GatewayInput.Closed(null, fault.Message);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Says goodbye and gives the other side a moment to say it too, which <paramref name="receiving"/>, the receive under way, will hear.
    /// </summary>
    public async Task CloseAsync(GatewayCloseCode code, Task receiving)
    {
        try
        {
            using var timeout = new CancellationTokenSource(CloseWithin, clock);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, timeout.Token);
            await Task.WhenAny(receiving, Task.Delay(Timeout.InfiniteTimeSpan, timeout.Token));
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It is closed already, which is all that was wanted.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        inflater.Dispose();
    }

    static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= LargestMessage)
            throw new JsonException($"A frame is longer than {LargestMessage} bytes.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
