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
        "GUILD_UPDATE" => new GuildUpdated(frame.As(DiscordJson.Default.Guild)),
        "GUILD_DELETE" => Deleted(frame.As(DiscordJson.Default.Guild)),
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => Changed(frame.As(DiscordJson.Default.GuildRole)),
        "GUILD_ROLE_DELETE" => Deleted(frame.As(DiscordJson.Default.GuildRole)),
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" => new ChannelChanged(frame.As(DiscordJson.Default.Channel)),
        "CHANNEL_DELETE" => new ChannelDeleted(frame.As(DiscordJson.Default.Channel)),
        "THREAD_CREATE" or "THREAD_UPDATE" => new ThreadChanged(frame.As(DiscordJson.Default.Channel)),
        "THREAD_DELETE" => new ThreadDeleted(frame.As(DiscordJson.Default.Channel)),
        "THREAD_LIST_SYNC" => Listed(frame.As(DiscordJson.Default.ThreadList)),
        _ => null,
    };

    static ReadyEvent Ready(GatewayReady ready) => new(ready.Application, ready.User)
    {
        Shard = ready.Shard is [var id, var count] ? new(id, count) : Shard.Only,
    };

    static GuildDeleted Deleted(Guild guild) => new(guild.Id, guild.Unavailable);

    static RoleChanged Changed(GuildRole changed) => new(changed.GuildId, changed.Role ?? throw new JsonException("The role is null."));

    static RoleDeleted Deleted(GuildRole deleted) => new(deleted.GuildId, deleted.RoleId ?? throw new JsonException("The role has no id."));

    static ThreadsListed Listed(ThreadList list) => new(list.GuildId, list.ChannelIds, list.Threads);
}

/// <summary>A new session: the guilds of the shard follow, one event each.</summary>
public sealed record ReadyEvent(Application Application, User User) : GatewayEvent
{
    public Shard Shard { get; init; } = Shard.Only;
}

/// <summary>The old session goes on; what was missed has been sent before this.</summary>
public sealed record ResumedEvent : GatewayEvent;

public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;
