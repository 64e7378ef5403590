using System.Text.Json.Serialization;

namespace Discord;

/// <summary>The one place that says how Discord writes JSON: snake_case, absent instead of null, fields in any order.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ActiveThreads))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(ArchivedThreads))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(CreateDM))]
[JsonSerializable(typeof(CreateMessage))]
[JsonSerializable(typeof(EditMessage))]
[JsonSerializable(typeof(FollowChannel))]
[JsonSerializable(typeof(FollowedChannel))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(HeartbeatFrame))]
[JsonSerializable(typeof(IdentifyFrame))]
[JsonSerializable(typeof(PresenceFrame))]
[JsonSerializable(typeof(ResumeFrame))]
[JsonSerializable(typeof(GatewayHello))]
[JsonSerializable(typeof(GatewayReady))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(GuildRole))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallbackResponse))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(ModifyThread))]
[JsonSerializable(typeof(StartForumThread))]
[JsonSerializable(typeof(StartThread))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(ErrorBody))]
sealed partial class DiscordJson : JsonSerializerContext;
