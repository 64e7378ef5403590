using System.Text.Json.Serialization;

namespace Discord;

/// <summary>The bot's application. See https://discord.com/developers/docs/resources/application.</summary>
public sealed record Application
{
    public required Snowflake Id { get; init; }

    /// <summary>Empty in the gateway's READY, which sends the id alone.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>What signatures of interactions over HTTP are verified with, hexadecimal. Absent in READY.</summary>
    public string? VerifyKey { get; init; }
}

/// <summary>Where the gateway is and how often it may be entered. See https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
public sealed record GatewayBot
{
    public required Uri Url { get; init; }
    public int Shards { get; init; }
    public required SessionStartLimit SessionStartLimit { get; init; }
}

/// <summary>How many sessions may still be started today. Going beyond resets the token.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; }
    public required int Remaining { get; init; }

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    [JsonPropertyName("reset_after")]
    public long ResetAfterMilliseconds { get; init; }

    public int MaxConcurrency { get; init; }
}
