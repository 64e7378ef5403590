namespace Discord;

/// <summary>Discord closed the gateway for good: connecting again would end the same way. The message says what to do.</summary>
public sealed class DiscordGatewayException : Exception
{
    internal DiscordGatewayException(GatewayCloseCode code)
        : base($"Discord closed the gateway: {(int)code} {Sentence(code)}") => Code = code;

    public GatewayCloseCode Code { get; }

    static string Sentence(GatewayCloseCode code) => code switch
    {
        GatewayCloseCode.AuthenticationFailed =>
            "Authentication failed. Copy the bot's token again from the developer portal and set Discord:Token in the settings, or DISCORD__TOKEN in the environment.",
        GatewayCloseCode.InvalidShard => "Invalid shard. Discord knows no such part of the bot's guilds; set Discord:Shards to auto.",
        GatewayCloseCode.ShardingRequired => "Sharding required. The bot is in more guilds than these shards can serve; set Discord:Shards to auto.",
        GatewayCloseCode.InvalidApiVersion => "Invalid API version. Discord has retired the version that this client speaks; update the bot.",
        GatewayCloseCode.InvalidIntents => "Invalid intents. Discord does not know the events that this client asks for; update the bot.",
        GatewayCloseCode.DisallowedIntents =>
            "Disallowed intents. Enable the intents that the bot asks for on its Bot page in the developer portal.",
        _ => $"{code}.",
    };
}
