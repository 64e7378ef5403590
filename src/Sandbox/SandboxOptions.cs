namespace Sandbox;

/// <summary>How the local Discord runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The file that messages are kept in; null keeps them in memory until the server stops.</summary>
    public string? StateFile { get; init; }

    /// <summary>How many guilds there are: the Harbour Gazette, and for load tests more of them.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>How many channels each guild but the Harbour Gazette has.</summary>
    public int ChannelsPerGuild { get; init; } = 10;

    /// <summary>How many shards <c>GET /gateway/bot</c> recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify within the same five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>
    /// Where interactions are sent instead of the gateway, an address of this machine; checked before the first one, so
    /// that the bot may start later.
    /// </summary>
    public Uri? InteractionsEndpointUrl { get; init; }

    /// <summary>How long a bot has for its first answer to an interaction; as long as Discord gives it. Who stops the bot in a debugger wants longer.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether rate-limit headers are sent and limits enforced, that of identifying included.</summary>
    public bool RateLimits { get; init; } = true;
}
