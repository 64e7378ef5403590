using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// One of several, all of them in sight. Must stand in a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#radio-group.
/// </summary>
public sealed record RadioGroup : Component
{
    public required string CustomId { get; init; }

    /// <summary>From 2 to <see cref="DiscordLimits.GroupOptions"/>.</summary>
    public IReadOnlyList<GroupOption> Options { get => field ?? []; init; }

    /// <summary>True when it is absent.</summary>
    public bool? Required { get; init; }

    /// <summary>What was chosen, null for nothing. Never in what is sent.</summary>
    public string? Value { get; init; }
}

/// <summary>
/// Any of several, all of them in sight. Must stand in a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#checkbox-group.
/// </summary>
public sealed record CheckboxGroup : Component
{
    public required string CustomId { get; init; }

    /// <summary>From 1 to <see cref="DiscordLimits.GroupOptions"/>.</summary>
    public IReadOnlyList<GroupOption> Options { get => field ?? []; init; }

    /// <summary>From 0, and 1 when it is absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>All of them when it is absent.</summary>
    public int? MaxValues { get; init; }

    /// <summary>True when it is absent.</summary>
    public bool? Required { get; init; }

    /// <summary>What was ticked. Never in what is sent.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>What a <see cref="RadioGroup"/> or a <see cref="CheckboxGroup"/> offers.</summary>
public sealed record GroupOption
{
    /// <summary>At most <see cref="DiscordLimits.GroupOptionText"/> characters, as the other texts here.</summary>
    public required string Label { get; init; }

    public required string Value { get; init; }
    public string? Description { get; init; }

    /// <summary>Chosen before anybody chooses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Default { get; init; }
}

/// <summary>
/// Yes or no. Must stand in a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#checkbox.
/// </summary>
public sealed record Checkbox : Component
{
    public required string CustomId { get; init; }

    /// <summary>Ticked before anybody ticks it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Default { get; init; }

    /// <summary>Whether it was ticked. Never in what is sent.</summary>
    public bool? Value { get; init; }
}
