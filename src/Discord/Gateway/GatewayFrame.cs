using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Discord.Models;

namespace Discord.Gateway;

/// <summary>A payload from the gateway. See https://discord.com/developers/docs/events/gateway-events#payload-structure.</summary>
sealed record GatewayFrame
{
    [JsonPropertyName("op")]
    public required GatewayOpcode Op { get; init; }

    [JsonPropertyName("d")]
    public JsonElement Data { get; init; }

    [JsonPropertyName("s")]
    public int? Sequence { get; init; }

    [JsonPropertyName("t")]
    public string? Event { get; init; }

    /// <exception cref="JsonException">The data is not as documented.</exception>
    public T As<T>(JsonTypeInfo<T> type) => Data.ValueKind is JsonValueKind.Undefined
        ? throw new JsonException("The data is missing.")
        : Data.Deserialize(type) ?? throw new JsonException("The data is null.");

    public static GatewayFrame Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, GatewayJson.Default.GatewayFrame) ?? throw new JsonException("The payload is null.");
}

/// <summary>See https://discord.com/developers/docs/events/gateway-events#hello.</summary>
sealed record GatewayHello
{
    /// <summary>Milliseconds.</summary>
    public required double HeartbeatInterval { get; init; }
}

/// <summary>The parts of READY that are used. See https://discord.com/developers/docs/events/gateway-events#ready.</summary>
sealed record GatewayReady
{
    public required string SessionId { get; init; }
    public required Uri ResumeGatewayUrl { get; init; }
    public required Application Application { get; init; }
    public required User User { get; init; }
}
