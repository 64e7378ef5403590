using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discord;

/// <summary>A slash command, or a command in the menu of a message or a user. See https://discord.com/developers/docs/interactions/application-commands#application-command-object.</summary>
public sealed record ApplicationCommand
{
    /// <summary>Given by Discord.</summary>
    public Snowflake? Id { get; init; }

    public ApplicationCommandType Type { get => field == 0 ? ApplicationCommandType.ChatInput : field; init; }

    /// <summary>Lower case for a slash command, at most <see cref="DiscordLimits.CommandName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>The name by locale, such as <c>de</c>; interactions always carry <see cref="Name"/>.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Of slash commands; the others have none, and it is not sent when it is empty.</summary>
    [JsonIgnore]
    public string Description { get => WrittenDescription ?? ""; init => WrittenDescription = value.Length == 0 ? null : value; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Who sees the command until a guild's administrators say otherwise; null is everybody, none is administrators only.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used; null leaves that to Discord.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    /// <summary>How the application must have been installed; null leaves that to Discord.</summary>
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }

    /// <summary>
    /// Whether Discord's copy of a command still says what this one says: ids, and what this one leaves to Discord, do not count.
    /// </summary>
    public bool IsSameAs(ApplicationCommand registered) => JsonElement.DeepEquals(Element(this), Element(registered with
    {
        Contexts = Contexts is null ? null : registered.Contexts,
        IntegrationTypes = IntegrationTypes is null ? null : registered.IntegrationTypes,
    }));

    [JsonInclude]
    [JsonPropertyName("description")]
    internal string? WrittenDescription { get; init => field = string.IsNullOrEmpty(value) ? null : value; }

    static JsonElement Element(ApplicationCommand command) => JsonSerializer.SerializeToElement(
        command with { Id = null, Options = command.Options is [] ? null : command.Options },
        DiscordJson.Default.ApplicationCommand);
}

public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}

public enum InteractionContextType
{
    Guild = 0,
    BotDM = 1,
    PrivateChannel = 2,
}

public enum ApplicationIntegrationType
{
    GuildInstall = 0,
    UserInstall = 1,
}

/// <summary>
/// What a command asks for. Required ones come first.
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure.
/// </summary>
public sealed record ApplicationCommandOption
{
    public required OptionType Type { get; init; }
    public required string Name { get; init; }
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
    public required string Description { get; init; }
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    /// <summary>The only values that can be chosen; not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>What a sub-command asks for, or the sub-commands of a group.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
    public double? MinValue { get; init; }
    public double? MaxValue { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>Asks the bot for suggestions while somebody types; any value may still arrive.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Autocomplete { get; init; }
}

public enum OptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>A value to choose and the words it is shown as. Text options only: numbers need no names here.</summary>
public sealed record Choice
{
    public required string Name { get; init; }
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public required string Value { get; init; }
}
