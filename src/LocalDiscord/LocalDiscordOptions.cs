namespace LocalDiscord;

/// <summary>How the local Discord runs.</summary>
public sealed record LocalDiscordOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The file that keeps messages and channels; null keeps them in memory until the server stops.</summary>
    public string? StateFile { get; init; }

    /// <summary>How many guilds there are: the Harbour Gazette, and the others for load tests.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>How many text channels each guild for load tests has.</summary>
    public int ChannelsPerGuild { get; init; } = 10;

    /// <summary>How many forums each guild for load tests has in addition.</summary>
    public int ForumsPerGuild { get; init; }

    /// <summary>How many announcement channels each guild for load tests has in addition.</summary>
    public int AnnouncementChannelsPerGuild { get; init; }

    /// <summary>How many shards <c>GET /gateway/bot</c> recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify within the same five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>
    /// Where interactions are sent instead of the gateway, an address of this machine. It is verified before the first
    /// interaction, so that the bot can start later than the server.
    /// </summary>
    public Uri? InteractionsEndpointUrl { get; init; }

    /// <summary>How long the bot has for its first answer to an interaction. More time helps when the bot is being debugged.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether the bot may use privileged intents; if not, an Identify with one of them is closed with 4014.</summary>
    public bool PrivilegedIntents { get; init; }

    /// <summary>Whether rate limits are enforced and their headers sent, including the limit for identifying.</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>
    /// Whether <c>enforce_nonce</c> has an effect. Discord remembers nonces only for "the past few minutes", so a bot must not depend on it
    /// alone.
    /// </summary>
    public bool EnforceNonces { get; init; } = true;

    /// <summary>https and wss beside http and ws, for clients that speak nothing else; null for http and ws alone.</summary>
    public TlsOptions? Tls { get; init; }
}
