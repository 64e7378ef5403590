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

    public override string ToString() => $"{nameof(DiscordOptions)} {{ {nameof(ApiBase)} = {ApiBase} }}";
}
