using System.Text.Json.Nodes;
using System.Threading.Channels;
using LocalDiscord.Interactions;
using LocalDiscord.Rules;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Page;

/// <summary>Server-sent events for one open page, until it is closed or the server stops.</summary>
/// <param name="gate">Held while state is read or changed.</param>
sealed class EventStream(
    Lock gate, PageUsers users, PageEvents events, BotPresence presence, TimeProvider clock, CancellationToken stopping)
{
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <exception cref="UserErrorException">There is no such user.</exception>
    public async Task SendAsync(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var reader = Listen(http.Request.Query["as"], out var stop, out var isOnline);
        try
        {
            http.Response.ContentType = "text/event-stream";
            await WriteAsync(http, PageEvents.Format("bot", new JsonObject { ["online"] = isOnline }), over.Token);
            await SendAllAsync(http, reader, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was closed, or the server is stopping.
        }
        finally
        {
            stop();
        }
    }

    ChannelReader<string> Listen(string? user, out Action stop, out bool isOnline)
    {
        lock (gate)
        {
            isOnline = presence.IsOnline;
            return events.Listen(users.User(user), out stop);
        }
    }

    async Task SendAllAsync(HttpContext http, ChannelReader<string> reader, CancellationToken ct)
    {
        var next = reader.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            try
            {
                await next.WaitAsync(Heartbeat, clock, ct);
            }
            catch (TimeoutException)
            {
                // A comment keeps the connection open, and fails when the page is gone.
                await WriteAsync(http, ": heartbeat\n\n", ct);
                continue;
            }

            while (reader.TryRead(out var text))
                await WriteAsync(http, text, ct);
            next = reader.WaitToReadAsync(ct).AsTask();
        }
    }

    static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
