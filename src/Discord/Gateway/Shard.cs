namespace Discord.Gateway;

/// <summary>
/// One of the connections among which Discord divides the bot's guilds.
/// See https://discord.com/developers/docs/events/gateway#sharding.
/// </summary>
/// <param name="Id">From 0 to <paramref name="Count"/> - 1.</param>
public readonly record struct Shard(int Id, int Count)
{
    /// <summary>The shard of a bot that has only one.</summary>
    public static Shard Only { get; } = new(0, 1);

    public override string ToString() => $"{Id}/{Count}";
}
