using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Discord;

/// <summary>Does what the session of a shard says: opens sockets, reads, sends, waits. One loop, so that nothing needs a lock.</summary>
sealed class GatewayLoop(
    Shard shard,
    GatewayDoor door,
    WantedPresence presence,
    DiscordOptions options,
    TimeProvider clock,
    Func<double> chance,
    ILogger log,
    ChannelWriter<GatewayEvent> events)
{
    readonly GatewaySession session = new(options.Token, shard, presence.Current.Text, chance);

    // Discord delivers events "zero, one or many times"; an interaction is answered once.
    // See https://discord.com/developers/docs/reference#consistency.
    readonly RecentSet<Snowflake> interactions = new();

    WantedPresence.Wish wish = presence.Current;
    DateTimeOffset presenceFrom;
    Task? wanting;
    int failures;

    /// <summary>Ends by an exception alone.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        for (var next = GatewaySession.Start; ; failures++)
        {
            await PauseAsync(next, ct);
            next = await ConnectAsync(next.Url, ct);
            log.Reconnecting(shard, next.Why);
        }
    }

    /// <summary>Lives one connection.</summary>
    /// <returns>The next one.</returns>
    async Task<GatewayAction.Connect> ConnectAsync(Uri? url, CancellationToken ct)
    {
        try
        {
            using var turn = url is null ? await door.EnterAsync(shard, ct) : null;
            using var socket = await GatewaySocket.OpenAsync(url ?? turn!.Address, options.Compress, clock, ct);
            return await TalkAsync(socket, turn, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && IsPassing(fault))
        {
            log.Unreachable(fault.Message);
            return Next(new GatewayInput.Unreachable());
        }
        catch (JsonException fault)
        {
            log.Unreadable(fault.Message);
            return Next(new GatewayInput.Closed(null, "what came could not be read"));
        }
    }

    async Task<GatewayAction.Connect> TalkAsync(GatewaySocket socket, GatewayTurn? turn, CancellationToken ct)
    {
        var receiving = socket.ReceiveAsync();
        var beat = Task.CompletedTask;
        wanting ??= NextWishAsync(ct);
        for (GatewayInput input = new GatewayInput.Opened(); ;)
        {
            foreach (var action in session.On(input))
            {
                switch (action)
                {
                    case GatewayAction.Send send:
                        await socket.SendAsync(send.Payload);
                        break;
                    case GatewayAction.Identify identify:
                        await socket.SendAsync(identify.Payload);
                        turn?.Identified();
                        break;
                    case GatewayAction.BeatIn timer:
                        beat = Task.Delay(timer.Delay, clock, ct);
                        break;
                    case GatewayAction.Dispatch dispatch:
                        Publish(dispatch.Frame);
                        break;
                    case GatewayAction.Connect next:
                        await socket.CloseAsync(GatewayCloseCode.Resuming, receiving);
                        return next;
                    case GatewayAction.Fail fail:
                        throw new DiscordGatewayException(fail.Code);
                }
            }

            var first = await Task.WhenAny(receiving, beat, wanting);
            if (ct.IsCancellationRequested)
            {
                await socket.CloseAsync(GatewayCloseCode.NormalClosure, receiving);
                ct.ThrowIfCancellationRequested();
            }

            if (first == receiving)
                (input, receiving) = (await receiving, socket.ReceiveAsync());
            else if (first == wanting)
                (input, wanting) = (new GatewayInput.PresenceWanted(wish.Text), NextWishAsync(ct));
            else
                input = new GatewayInput.BeatDue();
        }
    }

    async Task NextWishAsync(CancellationToken ct)
    {
        await wish.Replaced.Task.WaitAsync(ct);
        if (presenceFrom - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, ct);
        (wish, presenceFrom) = (presence.Current, clock.GetUtcNow() + GatewaySession.BetweenPresences);
    }

    async Task PauseAsync(GatewayAction.Connect next, CancellationToken ct)
    {
        var backoff = failures == 0 ? TimeSpan.Zero : Backoff.After(failures, chance());
        await Task.Delay(backoff > next.Pause ? backoff : next.Pause, clock, ct);
    }

    void Publish(GatewayFrame frame)
    {
        if (frame.Event is "READY" or "RESUMED")
        {
            failures = 0;
            log.Connected(shard, frame.Event);
        }

        try
        {
            if (GatewayEvent.From(frame) is { } happened && !(happened is InteractionCreated { Interaction.Id: var id } && !interactions.Add(id)))
                events.TryWrite(happened);
        }
        catch (JsonException fault)
        {
            log.EventUnreadable(frame.Event, frame.Sequence, fault.Message);
        }
    }

    GatewayAction.Connect Next(GatewayInput input) => session.On(input).OfType<GatewayAction.Connect>().Single();

    // Trouble on the way and Discord's own passes; a refusal does not. A socket that broke also says that it was cancelled.
    public static bool IsPassing(Exception fault) => fault
        is WebSocketException
        or HttpRequestException
        or OperationCanceledException
        or DiscordApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests };
}
