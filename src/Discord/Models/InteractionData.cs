using System.Text.Json;

namespace Discord.Models;

/// <summary>
/// What was used: a command with its options, a component, or a modal with its answers.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-data.
/// </summary>
public sealed record InteractionData
{
    /// <summary>The command.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of command it is.</summary>
    public ApplicationCommandType Type { get; init; }

    /// <summary>The message or user in whose menu the command was chosen.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>The options of the command that the member filled in.</summary>
    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>The component or modal.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string> Values { get => field ?? []; init; }

    /// <summary>The components of a modal, with the member's input.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>
    /// The answers of a modal, keyed by the custom id of the component: one text, the chosen values (possibly none), the ids of the
    /// uploaded files, or <c>true</c> or <c>false</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers() => Component.All(Components)
        .Select(component => component switch
        {
            TextInput input => (input.CustomId, Values: [input.Value ?? ""]),
            Select select => (select.CustomId, Values: select.Values ?? []),
            FileUpload upload => (upload.CustomId, Values: upload.Values ?? []),
            RadioGroup radio => (radio.CustomId, Values: radio.Value is { } value ? [value] : []),
            CheckboxGroup group => (group.CustomId, Values: group.Values ?? []),
            Checkbox box => (box.CustomId, Values: [box.Value == true ? "true" : "false"]),
            _ => (CustomId: "", Values: (IReadOnlyList<string>)[]),
        })
        .Where(answer => answer.CustomId.Length > 0)
        .ToDictionary(answer => answer.CustomId, answer => answer.Values);
}

/// <summary>An option with its value, or a subcommand with its options.</summary>
public sealed record InteractionOption
{
    public required string Name { get; init; }
    public required OptionType Type { get; init; }

    /// <summary>A string, number or boolean, depending on <see cref="Type"/>; ids are strings.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }

    /// <summary>Autocomplete: the member is typing this option, so its value may be incomplete.</summary>
    public bool Focused { get; init; }
}

/// <summary>
/// The objects that ids in options and select menus refer to.
/// See https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure.
/// </summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, Role> Roles { get => field ?? new Dictionary<Snowflake, Role>(); init; }
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get => field ?? new Dictionary<Snowflake, Channel>(); init; }

    /// <summary>The message in whose menu a command was chosen; see <see cref="InteractionData.TargetId"/>.</summary>
    public IReadOnlyDictionary<Snowflake, Message> Messages { get => field ?? new Dictionary<Snowflake, Message>(); init; }

    /// <summary>The files of an attachment option or a <see cref="FileUpload"/>.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get => field ?? new Dictionary<Snowflake, Attachment>(); init; }
}
