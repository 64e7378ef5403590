using System.Text.Json;
using Discord.Models;

namespace Discord.Gateway;

/// <summary>An event from Discord. See https://discord.com/developers/docs/events/gateway-events#receive-events.</summary>
public abstract record GatewayEvent
{
    /// <summary>Null for an event that nobody waits for.</summary>
    internal EventReceipt? Receipt { get; init; }

    /// <summary>
    /// Says that the event need not come again: until then, a process that takes the shard over gets it once more. To be called for every
    /// event; for an interaction as soon as Discord has the first response, or gets none, because handling it again would do harm then.
    /// </summary>
    public void MarkHandled() => Receipt?.MarkHandled();

    /// <returns>Null for events that the bot does not use.</returns>
    /// <exception cref="JsonException">The event is not as documented.</exception>
    internal static GatewayEvent? From(GatewayFrame frame) => frame.Event switch
    {
        "READY" when frame.As(GatewayJson.Default.GatewayReady) is var ready => new ReadyEvent(ready.Application, ready.User),
        "INTERACTION_CREATE" => new InteractionCreated(frame.As(DiscordJson.Default.Interaction)),
        "GUILD_CREATE" => new GuildCreated(frame.As(DiscordJson.Default.Guild)),
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE" =>
            new ChannelChanged(frame.As(DiscordJson.Default.Channel)),
        _ => null,
    };
}

/// <summary>A new session. A <see cref="GuildCreated"/> follows for each guild of the shard.</summary>
public sealed record ReadyEvent(Application Application, User User) : GatewayEvent;

public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

/// <summary>A guild became available: after connecting, after an outage, or because the bot was invited.</summary>
public sealed record GuildCreated(Guild Guild) : GatewayEvent;

/// <summary>A channel or a thread that was created, or is something else than before.</summary>
public sealed record ChannelChanged(Channel Channel) : GatewayEvent;
