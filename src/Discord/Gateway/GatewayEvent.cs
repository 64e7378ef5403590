using System.Text.Json;

namespace Discord;

/// <summary>What a bot is told. See https://discord.com/developers/docs/events/gateway-events#receive-events.</summary>
public abstract record GatewayEvent
{
    /// <returns>Null for the events that nobody here listens to.</returns>
    /// <exception cref="JsonException">The event is not what the documentation says.</exception>
    internal static GatewayEvent? From(GatewayFrame frame) => frame.Event switch
    {
        "READY" => Ready(frame.As(DiscordJson.Default.GatewayReady)),
        "RESUMED" => new ResumedEvent(),
        "INTERACTION_CREATE" => new InteractionCreated(frame.As(DiscordJson.Default.Interaction)),
        "GUILD_CREATE" => new GuildCreated(frame.As(DiscordJson.Default.Guild)),
        "GUILD_DELETE" => Deleted(frame.As(DiscordJson.Default.Guild)),
        _ => null,
    };

    static ReadyEvent Ready(GatewayReady ready) => new(ready.Application, ready.User)
    {
        Shard = ready.Shard is [var id, var count] ? new(id, count) : Shard.Only,
    };

    static GuildDeleted Deleted(Guild guild) => new(guild.Id, guild.Unavailable);
}

/// <summary>A new session: the guilds of the shard follow, one event each.</summary>
public sealed record ReadyEvent(Application Application, User User) : GatewayEvent
{
    public Shard Shard { get; init; } = Shard.Only;
}

/// <summary>The old session goes on; what was missed has been sent before this.</summary>
public sealed record ResumedEvent : GatewayEvent;

public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

/// <summary>After the start, after an outage, or because the bot was invited.</summary>
public sealed record GuildCreated(Guild Guild) : GatewayEvent;

/// <param name="GuildId">Which guild.</param>
/// <param name="Unavailable">True in an outage; false when the bot was removed.</param>
public sealed record GuildDeleted(Snowflake GuildId, bool Unavailable) : GatewayEvent;
