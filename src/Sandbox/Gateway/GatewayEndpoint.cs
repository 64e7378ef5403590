using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Gateway;

/// <summary>Where bots connect: reads what they send until one side closes, and gives up on those that fall silent.</summary>
sealed class GatewayEndpoint(World world, CancellationToken stopping)
{
    public const string Path = "/gateway";

    /// <summary>Well over one interval, as the documentation asks for tolerance.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(GatewayConnection.HeartbeatInterval * 1.5);

    public async Task AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var webSocket = await http.WebSockets.AcceptWebSocketAsync();
        using var socket = new GatewaySocket(webSocket, http.Request.Query["compress"] == "zlib-stream" ? new ZlibStreamFrames() : new PlainFrames());
        var connection = new GatewayConnection(world, socket);
        if (http.Request.Query["v"].ToString() is not ("9" or "10"))
            connection.Close(CloseCode.InvalidApiVersion, "Invalid API version.");
        else if (http.Request.Query["encoding"].ToString() is not ("json" or "") || http.Request.Query["compress"].ToString() is not ("zlib-stream" or ""))
            connection.Close(CloseCode.DecodeError, "The local Discord speaks encoding=json, plain or with compress=zlib-stream.");
        else
            connection.SayHello();
        await ConverseAsync(socket, connection);
    }

    async Task ConverseAsync(GatewaySocket socket, GatewayConnection connection)
    {
        using var over = new CancellationTokenSource();
        await using var goingAway = stopping.UnsafeRegister(_ => connection.Close(CloseCode.GoingAway, "The local Discord stops."), null);
        await using var watch = world.Clock.CreateTimer(_ => CloseIfSilent(connection), null, Silence, Silence);
        var sending = socket.SendQueuedAsync(over.Token);
        try
        {
            await ReadAsync(socket, connection, sending);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The bot went without a word, or was dropped on purpose: its session may be resumed.
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
                // Once a close was sent, a bot that doesn't answer it is not waited for.
                if (await Task.WhenAny(receiving, sending) == sending)
                {
                    await Task.WhenAny(receiving, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
                    return;
                }

                if (await receiving is not { } payload)
                {
                    // First the session, then the answer: a bot that has seen its close answered may be back at once.
                    End(socket, connection);
                    socket.AnswerClose();
                    await sending;
                    return;
                }

                lock (world.Gate)
                    connection.On(payload);
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
        lock (world.Gate)
            connection.Ended(socket.ClosedWith);
    }

    void CloseIfSilent(GatewayConnection connection)
    {
        lock (world.Gate)
        {
            if (world.Clock.GetUtcNow() - connection.LastHeartbeat >= Silence)
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
            // What could not be sent any more waits in the session for a resume.
        }
    }
}
