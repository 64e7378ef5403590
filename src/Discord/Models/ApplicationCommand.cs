using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A slash command, or a command in the context menu of a message or user.
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>Assigned by Discord.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>A slash command unless something else is set.</summary>
    public ApplicationCommandType Type { get => field == 0 ? ApplicationCommandType.ChatInput : field; init; }

    /// <summary>Lowercase for a slash command; 1 to 32 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The name by locale, such as <c>de</c>.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>
    /// 1 to <see cref="DiscordLimits.Description"/> characters for a slash command. Context menu commands have none, and an empty one is
    /// not sent.
    /// </summary>
    [JsonIgnore]
    public string Description { get => WrittenDescription ?? ""; init => WrittenDescription = value.Length == 0 ? null : value; }

    /// <summary>The description by locale, such as <c>de</c>.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most <see cref="DiscordLimits.CommandOptions"/>, required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>
    /// Which permissions a member needs to use the command until a guild's administrators change that. Null means everybody can use it,
    /// <see cref="Permissions.None"/> only administrators.
    /// </summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where the command can be used; null leaves the decision to Discord.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    /// <summary>For which installations of the app the command exists; null means <see cref="ApplicationIntegrationType.Guild"/>.</summary>
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }

    /// <summary>
    /// Whether Discord's copy of a command is up to date. Ids, and fields that this command leaves to Discord, are not compared.
    /// </summary>
    public bool IsSameAs(ApplicationCommand registered) => JsonElement.DeepEquals(
        ComparableJson(this),
        ComparableJson(registered with
        {
            Contexts = Contexts is null ? null : registered.Contexts,
            IntegrationTypes = IntegrationTypes is null ? null : registered.IntegrationTypes,
        }));

    [JsonInclude]
    [JsonPropertyName("description")]
    internal string? WrittenDescription { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    static JsonElement ComparableJson(ApplicationCommand command) => JsonSerializer.SerializeToElement(
        command with { Id = null, Options = command.Options is [] ? null : command.Options },
        DiscordJson.Default.ApplicationCommand);

    /// <summary>The commands as an app registers them, in one array.</summary>
    public static JsonElement ToJson(IReadOnlyList<ApplicationCommand> commands) =>
        JsonSerializer.SerializeToElement(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
}

/// <summary>
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types.
/// </summary>
public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

/// <summary>
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types.
/// </summary>
public enum InteractionContextType
{
    Guild = 0,
    BotDM = 1,
    PrivateChannel = 2,
}

/// <summary>
/// Who installed the app. See https://discord.com/developers/docs/resources/application#application-object-application-integration-types.
/// </summary>
public enum ApplicationIntegrationType
{
    /// <summary>A server's moderators did.</summary>
    Guild = 0,

    /// <summary>A person did, for themselves.</summary>
    User = 1,
}
