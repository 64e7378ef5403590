namespace Discord.Rest;

/// <summary>How to connect to Discord. Bound to the configuration section <c>Discord</c>.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot token from the developer portal, without the prefix <c>Bot</c>. A secret: never printed.</summary>
    public string Token { get; set; } = "";

    /// <summary>The base address of the API, including the version, with or without a trailing slash.</summary>
    public Uri ApiBase { get; set; } = new("https://discord.com/api/v10");

    /// <summary>Whether the gateway compresses its events. This saves most of the traffic and costs microseconds per event.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>
    /// Which shards this process runs: <c>auto</c> for as many as Discord recommends, a number, or a range and a total such as
    /// <c>0-3/8</c> if several processes share the bot.
    /// </summary>
    public string Shards { get; set; } = "auto";

    /// <summary>How many requests a second Discord allows this bot; more than 50 for bots to which it has granted more.</summary>
    public int RequestsPerSecond { get; set; } = GlobalRateLimit.Default;

    public override string ToString() => $"{nameof(DiscordOptions)} {{ {nameof(ApiBase)} = {ApiBase} }}";
}
