namespace Discord;

/// <summary>How to reach Discord, and as whom. Bound from the <c>Discord</c> section of the configuration.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot token of the developer portal, without the word <c>Bot</c>. A secret: never printed.</summary>
    public string Token { get; set; } = "";

    /// <summary>The whole address of the API, version included; a slash at its end makes no difference.</summary>
    public Uri ApiBase { get; set; } = new("https://discord.com/api/v10");

    /// <summary>Whether the gateway's events come compressed, which saves most of the traffic and costs microseconds.</summary>
    public bool Compress { get; set; } = true;

    /// <summary><c>auto</c> for as many as Discord recommends, a number, or a range of a total such as <c>0-3/8</c> for one of several processes.</summary>
    public string Shards { get; set; } = "auto";

    /// <summary>What the bot is seen watching from the start; null is nothing.</summary>
    public string? Presence { get; set; }

    public override string ToString() => $"{nameof(DiscordOptions)} {{ {nameof(ApiBase)} = {ApiBase} }}";
}
