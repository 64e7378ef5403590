using System.Text.Json.Serialization;

namespace Discord.Gateway;

/// <summary>
/// The gateway's own payloads, written like all of Discord's JSON. The data of most events is in <see cref="Models.DiscordJson"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(GatewayHello))]
[JsonSerializable(typeof(GatewayReady))]
[JsonSerializable(typeof(HeartbeatFrame))]
[JsonSerializable(typeof(IdentifyFrame))]
[JsonSerializable(typeof(PresenceFrame))]
[JsonSerializable(typeof(ResumeFrame))]
sealed partial class GatewayJson : JsonSerializerContext;
