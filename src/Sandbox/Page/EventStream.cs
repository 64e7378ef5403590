using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Sandbox.Commands;

namespace Sandbox.Page;

/// <summary>Server-sent events for one page, until it closes or the server stops.</summary>
sealed class EventStream(World world, People people, CancellationToken stopping)
{
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <exception cref="PersonsMistake">Nobody goes by the name that the page asks for.</exception>
    public async Task SendAsync(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var events = Listen(http.Request.Query["as"], out var stop, out var isOnline);
        try
        {
            http.Response.ContentType = "text/event-stream";
            await WriteAsync(http, PageEvents.Format("bot", new JsonObject { ["online"] = isOnline }), over.Token);
            await SendAllAsync(http, events, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was closed, or the server stops: nobody is left to tell.
        }
        finally
        {
            stop();
        }
    }

    ChannelReader<string> Listen(string? user, out Action stop, out bool isOnline)
    {
        lock (world.Gate)
        {
            isOnline = world.Presence.IsOnline;
            return world.Page.Listen(people.User(user), out stop);
        }
    }

    async Task SendAllAsync(HttpContext http, ChannelReader<string> events, CancellationToken ct)
    {
        var next = events.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            try
            {
                await next.WaitAsync(Heartbeat, world.Clock, ct);
            }
            catch (TimeoutException)
            {
                // A comment keeps the connection open, and shows when the page has gone.
                await WriteAsync(http, ": still here\n\n", ct);
                continue;
            }

            while (events.TryRead(out var text))
                await WriteAsync(http, text, ct);
            next = events.WaitToReadAsync(ct).AsTask();
        }
    }

    static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
