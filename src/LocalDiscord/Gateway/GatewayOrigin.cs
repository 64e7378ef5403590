namespace LocalDiscord.Gateway;

/// <summary>What a bot connected to.</summary>
/// <param name="Version">The gateway's version, 9 or 10.</param>
/// <param name="Address">Where the bot can resume: the gateway as the bot can reach it, with or without TLS.</param>
sealed record GatewayOrigin(int Version, string Address);
