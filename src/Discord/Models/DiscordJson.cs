using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>How Discord writes JSON: snake_case names, absent fields instead of null, fields in any order.</summary>
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
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(FollowAnnouncementChannel))]
[JsonSerializable(typeof(FollowedChannel))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(IReadOnlyList<Webhook>))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(ModifyCurrentMember))]
[JsonSerializable(typeof(ModifyThread))]
[JsonSerializable(typeof(StartForumThread))]
[JsonSerializable(typeof(StartThread))]
[JsonSerializable(typeof(User))]
sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>
    /// For what is sent: letters as they are, not as <c>\u0627</c>, since Discord limits a message's bytes. Nothing of it becomes HTML.
    /// </summary>
    public static DiscordJson Wire =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
