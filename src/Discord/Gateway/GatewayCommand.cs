using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord;

/// <summary>What we send to the gateway; each stays far below <see cref="DiscordLimits.GatewayPayload"/> bytes.</summary>
static class GatewayCommand
{
    // What happens in guilds, and interactions, which need no intent. No privileged ones.
    const int GuildsIntent = 1;

    internal static string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    static readonly ConnectionProperties Properties = new(Os, "news-desk", "news-desk");

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#identify.</summary>
    public static byte[] Identify(string token) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Identify, new(token, GuildsIntent, Properties)), DiscordJson.Default.IdentifyFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#resume.</summary>
    public static byte[] Resume(string token, string sessionId, int? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Resume, new(token, sessionId, sequence ?? 0)), DiscordJson.Default.ResumeFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#heartbeat.</summary>
    public static byte[] Heartbeat(int? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Heartbeat, sequence), DiscordJson.Default.HeartbeatFrame);
}

sealed record IdentifyFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] Identify Data);

sealed record Identify(string Token, int Intents, ConnectionProperties Properties)
{
    public override string ToString() => $"{nameof(Identify)} {{ {nameof(Intents)} = {Intents} }}";
}

sealed record ConnectionProperties(string Os, string Browser, string Device);

sealed record ResumeFrame([property: JsonPropertyName("op")] GatewayOpcode Op, [property: JsonPropertyName("d")] Resume Data);

sealed record Resume(string Token, string SessionId, int Seq)
{
    public override string ToString() => $"{nameof(Resume)} {{ {nameof(Seq)} = {Seq} }}";
}

sealed record HeartbeatFrame(
    [property: JsonPropertyName("op")] GatewayOpcode Op,
    [property: JsonPropertyName("d"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Sequence);
