using System.Text.Json.Serialization;

namespace Discord.Gateway;

// The payloads of GatewayCommand. Those with a secret do not print it.

sealed record IdentifyFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] Identify Data);

sealed record Identify(string Token, int Intents, ConnectionProperties Properties, IReadOnlyList<int> Shard, PresenceUpdate? Presence)
{
    public override string ToString() => $"{nameof(Identify)} {{ {nameof(Intents)} = {Intents} }}";
}

sealed record ConnectionProperties(string Os, string Browser, string Device);

sealed record PresenceFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] PresenceUpdate Data);

/// <param name="Since">When the bot became idle: never, but Discord requires the field.</param>
sealed record PresenceUpdate(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Since, IReadOnlyList<Activity> Activities, string Status, bool Afk);

sealed record Activity(string Name, ActivityType Type);

/// <summary>See https://discord.com/developers/docs/events/gateway-events#activity-object-activity-types.</summary>
enum ActivityType
{
    Watching = 3,
}

sealed record ResumeFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] Resume Data);

sealed record Resume(string Token, string SessionId, int Seq)
{
    public override string ToString() => $"{nameof(Resume)} {{ {nameof(Seq)} = {Seq} }}";
}

sealed record HeartbeatFrame(
    [property: JsonPropertyName("op")] GatewayOpcode Op,
    [property: JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Sequence);
