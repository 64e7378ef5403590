namespace Discord;

/// <summary>One of the connections that share a bot's guilds. See https://discord.com/developers/docs/events/gateway#sharding.</summary>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>The one shard of a bot that needs no more.</summary>
    public static Shard Only { get; } = new(0, 1);

    /// <summary>Whether the events of a guild come here. Those without a guild come to shard 0.</summary>
    public bool Serves(Snowflake guildId) => (guildId.Value >> 22) % (ulong)Count == (ulong)Id;

    public override string ToString() => $"{Id}/{Count}";
}
