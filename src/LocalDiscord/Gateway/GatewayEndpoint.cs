using System.Globalization;
using System.Net.WebSockets;
using LocalDiscord.Wire;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Gateway;

/// <summary>Accepts connections of bots, and reads from each until one side closes it or the bot stops sending heartbeats.</summary>
/// <param name="gate">Held while state is read or changed.</param>
sealed class GatewayEndpoint(
    Lock gate, GatewayHub hub, ReadyEvents readyEvents, GuildMembersRequests members, ServerAddress address, TimeProvider clock,
    CancellationToken stopping)
{
    public const string Path = "/gateway";

    /// <summary>More than one interval, because the documentation asks for tolerance.</summary>
    static readonly TimeSpan HeartbeatTimeout = TimeSpan.FromMilliseconds(GatewayConnection.HeartbeatInterval * 1.5);

    public async Task AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var query = http.Request.Query;
        using var webSocket = await http.WebSockets.AcceptWebSocketAsync();
        var encoder = Encoder(query["compress"].ToString());
        using var socket = new GatewaySocket(webSocket, encoder ?? new PlainFrames());
        var isKnown = int.TryParse(query["v"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version is 9 or 10;
        var origin = new GatewayOrigin(version, address.Gateway(http.Request.IsHttps));
        var connection = new GatewayConnection(hub, readyEvents, members, clock, socket, origin);
        if (!isKnown)
            connection.Close(CloseCode.InvalidApiVersion, "Invalid API version.");
        else if (query["encoding"].ToString() is not ("json" or "") || encoder is null)
            connection.Close(CloseCode.DecodeError, "The local Discord supports encoding=json, plain or with zlib-stream or zstd-stream.");
        else
            connection.SendHello();
        await RunAsync(socket, connection);
    }

    /// <summary>Discord's own gateway is at the root of its host, and some clients know no other path.</summary>
    public static Task AtRootAsync(HttpContext http, RequestDelegate next)
    {
        if (http.WebSockets.IsWebSocketRequest && http.Request.Path == "/")
            http.Request.Path = Path;
        return next(http);
    }

    /// <summary>Null for a compression that doesn't exist.</summary>
    static IFrameEncoder? Encoder(string compression) => compression switch
    {
        "" => new PlainFrames(),
        "zlib-stream" => CompressedFrames.Zlib(),
        "zstd-stream" => CompressedFrames.Zstd(),
        _ => null,
    };

    async Task RunAsync(GatewaySocket socket, GatewayConnection connection)
    {
        using var over = new CancellationTokenSource();
        await using var goingAway = stopping.UnsafeRegister(
            _ => connection.Close(CloseCode.GoingAway, "The local Discord is shutting down."), null);
        await using var watch = clock.CreateTimer(_ => CloseIfSilent(connection), null, HeartbeatTimeout, HeartbeatTimeout);
        var sending = socket.SendQueuedAsync(over.Token);
        try
        {
            await ReadAsync(socket, connection, sending);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The bot vanished or was dropped on purpose; its session can be resumed.
        }
        finally
        {
            End(socket, connection);
            await over.CancelAsync();
            await FinishAsync(sending);
        }
    }

    async Task ReadAsync(GatewaySocket socket, GatewayConnection connection, Task sending)
    {
        try
        {
            while (true)
            {
                var receiving = socket.ReceiveAsync(CancellationToken.None);
                // After a close was sent, a bot that doesn't answer it gets one more second.
                if (await Task.WhenAny(receiving, sending) == sending)
                {
                    await Task.WhenAny(receiving, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
                    return;
                }

                if (await receiving is not { } payload)
                {
                    // The session ends before the close is answered, since the bot may reconnect as soon as it gets the answer.
                    End(socket, connection);
                    socket.AnswerClose();
                    await sending;
                    return;
                }

                lock (gate)
                    connection.Receive(payload);
            }
        }
        catch (InvalidDataException e)
        {
            connection.Close(CloseCode.DecodeError, e.Message);
            await sending;
        }
    }

    void End(GatewaySocket socket, GatewayConnection connection)
    {
        lock (gate)
            connection.Ended(socket.ClosedWith);
    }

    void CloseIfSilent(GatewayConnection connection)
    {
        lock (gate)
        {
            if (clock.GetUtcNow() - connection.LastHeartbeat >= HeartbeatTimeout)
                connection.Close(CloseCode.SessionTimedOut, "Session timed out.");
        }
    }

    static async Task FinishAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // Frames that could not be sent stay in the session for a resume.
        }
    }
}
