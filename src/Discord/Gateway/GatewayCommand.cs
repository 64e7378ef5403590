using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord;

/// <summary>What we send to the gateway; each stays far below <see cref="DiscordLimits.GatewayPayload"/> bytes.</summary>
static class GatewayCommand
{
    // What happens in guilds, and interactions, which need no intent. No privileged ones.
    const int GuildsIntent = 1;

    internal static string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    // Not documented; what is longer would not be read in a list of members anyway.
    const int LongestActivity = 128;

    static readonly ConnectionProperties Properties = new(Os, "news-desk", "news-desk");

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#identify.</summary>
    public static byte[] Identify(string token, Shard shard, string? watching) => JsonSerializer.SerializeToUtf8Bytes(
        new(GatewayOpcode.Identify, new(token, GuildsIntent, Properties, [shard.Id, shard.Count], watching is null ? null : Watching(watching))),
        DiscordJson.Default.IdentifyFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#update-presence.</summary>
    public static byte[] UpdatePresence(string? watching) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.PresenceUpdate, Watching(watching)), DiscordJson.Default.PresenceFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#resume.</summary>
    public static byte[] Resume(string token, string sessionId, int? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Resume, new(token, sessionId, sequence ?? 0)), DiscordJson.Default.ResumeFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#heartbeat.</summary>
    public static byte[] Heartbeat(int? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Heartbeat, sequence), DiscordJson.Default.HeartbeatFrame);

    static PresenceUpdate Watching(string? what) => new(
        Since: null,
        what is null ? [] : [new(DiscordText.Shorten(what, LongestActivity), ActivityType.Watching)],
        "online",
        Afk: false);
}

sealed record IdentifyFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] Identify Data);

sealed record Identify(string Token, int Intents, ConnectionProperties Properties, IReadOnlyList<int> Shard, PresenceUpdate? Presence)
{
    public override string ToString() => $"{nameof(Identify)} {{ {nameof(Intents)} = {Intents} }}";
}

sealed record ConnectionProperties(string Os, string Browser, string Device);

sealed record PresenceFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] PresenceUpdate Data);

/// <param name="Since">When the bot went idle, which it never does.</param>
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
