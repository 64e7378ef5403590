namespace Discord.Gateway;

/// <summary>Discord closed the gateway permanently: another connection would end the same way. The message says what to do.</summary>
public sealed class DiscordGatewayException : Exception
{
    internal DiscordGatewayException(GatewayCloseCode code)
        : base($"Discord closed the gateway: {(int)code} {Explanation(code)}") => Code = code;

    public GatewayCloseCode Code { get; }

    static string Explanation(GatewayCloseCode code) => code switch
    {
        GatewayCloseCode.AuthenticationFailed =>
            "Authentication failed. Copy the bot's token from the developer portal again and set Discord:Token in the settings "
            + "or DISCORD__TOKEN in the environment.",
        GatewayCloseCode.InvalidShard => "Invalid shard. The configured shard does not exist. Set Discord:Shards to auto.",
        GatewayCloseCode.ShardingRequired =>
            "Sharding required. The bot is in too many servers for the configured number of shards. Set Discord:Shards to auto.",
        GatewayCloseCode.InvalidApiVersion =>
            "Invalid API version. Discord no longer supports the version that this client uses. Update the bot.",
        GatewayCloseCode.InvalidIntents => "Invalid intents. Discord does not know the events that this client requests. Update the bot.",
        GatewayCloseCode.DisallowedIntents =>
            "Disallowed intents. Enable the intents that the bot requests on its Bot page in the developer portal.",
        _ => $"{code}.",
    };
}
