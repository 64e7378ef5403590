using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A parameter of a command, or a subcommand.
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object.
/// </summary>
public sealed record ApplicationCommandOption
{
    public required OptionType Type { get; init; }

    /// <summary>Lowercase, 1 to 32 characters.</summary>
    public required string Name { get; init; }

    /// <summary>1 to <see cref="DiscordLimits.Description"/> characters.</summary>
    public required string Description { get; init; }

    /// <summary>The description by locale, such as <c>de</c>.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    /// <summary>
    /// The only values that members can choose, at most <see cref="DiscordLimits.Choices"/>. Cannot be combined with
    /// <see cref="Autocomplete"/>.
    /// </summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The parameters of a subcommand, or the subcommands of a group.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Which channels a channel option offers; null means all.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>The smallest number allowed.</summary>
    public double? MinValue { get; init; }

    /// <summary>The largest number allowed.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Characters of text, from 1 to 6000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Asks the bot for suggestions while the member types. Members can still send any value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Autocomplete { get; init; }
}

/// <summary>
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type.
/// </summary>
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

/// <summary>
/// A value that a member can choose. This client offers choices for text options only.
/// See https://discord.com/developers/docs/interactions/application-commands#application-command-object.
/// </summary>
public sealed record Choice
{
    /// <summary>What members see: 1 to <see cref="DiscordLimits.ChoiceName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the bot receives: at most <see cref="DiscordLimits.ChoiceValue"/> characters.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public required string Value { get; init; }
}
