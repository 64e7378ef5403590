using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Discord.Rest;

namespace Discord.Gateway;

/// <summary>
/// One WebSocket that returns payloads, decompressed if necessary. Supports one receiver and one sender at a time. Neither takes a
/// cancellation token, because that would break the connection without a close code: close or dispose instead.
/// </summary>
sealed class GatewaySocket : IDisposable
{
    const int InitialBuffer = 16 * 1024;
    const int MaxMessage = 64 * 1024 * 1024;
    static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(15);
    static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    readonly ClientWebSocket socket = new();
    readonly GatewayInflater inflater = new();
    readonly GatewaySendLimit sendLimit = new();
    readonly SteadyClock steady;
    readonly TimeProvider clock;

    GatewaySocket(TimeProvider clock) => (this.clock, steady) = (clock, new(clock));

    /// <param name="gateway">The address from GET /gateway/bot or READY, without a query.</param>
    /// <param name="compress">Requests transport compression. A gateway without it sends plain text.</param>
    /// <exception cref="WebSocketException">The server is unreachable or does not support WebSocket.</exception>
    public static async Task<GatewaySocket> OpenAsync(Uri gateway, bool compress, TimeProvider clock, CancellationToken ct)
    {
        if (gateway is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
            throw new WebSocketException($"{gateway} is not the address of a gateway.");
        var opened = new GatewaySocket(clock);
        try
        {
            using var timeout = new CancellationTokenSource(OpenTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
            var query = compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json";
            await opened.socket.ConnectAsync(new UriBuilder(gateway) { Query = query }.Uri, either.Token);
            return opened;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            opened.Dispose();
            throw new WebSocketException($"{gateway.Host} did not answer within {OpenTimeout.TotalSeconds} s.");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Waits for Discord's limit if necessary, which only happens if the gateway keeps requesting heartbeats.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        while (sendLimit.TryAcquire(steady.Now) is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock);
        await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    /// <summary>The next payload, or how the connection ended.</summary>
    /// <exception cref="JsonException">The message is not a gateway payload.</exception>
    public async Task<GatewayInput> ReceiveAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(InitialBuffer);
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
                if (part.EndOfMessage && GatewayInflater.IsComplete(buffer.AsSpan(0, length)))
                    return new GatewayInput.Received(GatewayFrame.Read(inflater.Inflate(buffer.AsMemory(0, length), MaxMessage)));
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

    /// <summary>Sends the close code and waits briefly for Discord to confirm it.</summary>
    /// <param name="receive">The pending receive, which ends with the confirmation.</param>
    public async Task CloseAsync(GatewayCloseCode code, Task receive)
    {
        try
        {
            using var timeout = new CancellationTokenSource(CloseTimeout, clock);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, timeout.Token);
            await Task.WhenAny(receive, Task.Delay(Timeout.InfiniteTimeSpan, timeout.Token));
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // The connection is already closed.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        inflater.Dispose();
    }

    static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= MaxMessage)
            throw new JsonException($"A message exceeds {MaxMessage} bytes.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
