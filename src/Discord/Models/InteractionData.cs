using System.Text.Json;

namespace Discord;

/// <summary>What was used, and with what: commands fill the upper half, components and modals the lower.</summary>
public sealed record InteractionData
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
    public ApplicationCommandType Type { get; init; }
    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }
    public ResolvedData? Resolved { get; init; }
    public Snowflake? TargetId { get; init; }

    public string? CustomId { get; init; }
    public ComponentType? ComponentType { get; init; }
    public IReadOnlyList<string> Values { get => field ?? []; init; }

    /// <summary>The answers of a modal.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    /// <summary>
    /// The answers of a modal by the custom ids of its questions: one text, what was chosen, which may be nothing, the ids of
    /// files, or <c>true</c> or <c>false</c>.
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

/// <summary>An option that was filled in, or the sub-command that holds those.</summary>
public sealed record InteractionOption
{
    public required string Name { get; init; }
    public required OptionType Type { get; init; }

    /// <summary>Text, a number, true or false, or an id as text, by <see cref="Type"/>.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }

    /// <summary>Being typed right now: the value may be half a word.</summary>
    public bool Focused { get; init; }
}

/// <summary>What the ids among the options stand for.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User> Users { get => field ?? new Dictionary<Snowflake, User>(); init; }
    public IReadOnlyDictionary<Snowflake, Member> Members { get => field ?? new Dictionary<Snowflake, Member>(); init; }
    public IReadOnlyDictionary<Snowflake, Role> Roles { get => field ?? new Dictionary<Snowflake, Role>(); init; }
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get => field ?? new Dictionary<Snowflake, Channel>(); init; }

    /// <summary>The message that a message command was used on.</summary>
    public IReadOnlyDictionary<Snowflake, Message> Messages { get => field ?? new Dictionary<Snowflake, Message>(); init; }

    /// <summary>The files that an option or a modal took.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get => field ?? new Dictionary<Snowflake, Attachment>(); init; }
}
