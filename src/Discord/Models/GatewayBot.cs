using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// Where the gateway is and how many sessions may be started.
/// See https://discord.com/developers/docs/events/gateway#get-gateway-bot.
/// </summary>
public sealed record GatewayBot
{
    public required Uri Url { get; init; }

    /// <summary>The recommended number of shards.</summary>
    public int Shards { get; init; }

    public required SessionStartLimit SessionStartLimit { get; init; }
}

/// <summary>
/// How many sessions may still be started today. Discord resets the token of a bot that exceeds the limit.
/// See https://discord.com/developers/docs/events/gateway#session-start-limit-object.
/// </summary>
public sealed record SessionStartLimit
{
    public required int Remaining { get; init; }

    /// <summary>Milliseconds until <see cref="Remaining"/> returns to its maximum.</summary>
    [JsonPropertyName("reset_after")]
    public long ResetAfterMilliseconds { get; init; }

    /// <summary>How many shards may identify at the same time.</summary>
    public int MaxConcurrency { get; init; }
}
