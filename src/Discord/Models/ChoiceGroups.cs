using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A list from which a member chooses one option. Must be inside a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#radio-group.
/// </summary>
public sealed record RadioGroup : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>From 2 to <see cref="DiscordLimits.GroupOptions"/>.</summary>
    public IReadOnlyList<GroupOption> Options { get => field ?? []; init; }

    /// <summary>True if absent.</summary>
    public bool? Required { get; init; }

    /// <summary>Received only: the chosen value, or null.</summary>
    public string? Value { get; init; }
}

/// <summary>
/// A list from which a member chooses any number of options. Must be inside a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#checkbox-group.
/// </summary>
public sealed record CheckboxGroup : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>From 1 to <see cref="DiscordLimits.GroupOptions"/>.</summary>
    public IReadOnlyList<GroupOption> Options { get => field ?? []; init; }

    /// <summary>0 or more; 1 if absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most the number of options, which is also the default.</summary>
    public int? MaxValues { get; init; }

    /// <summary>True if absent.</summary>
    public bool? Required { get; init; }

    /// <summary>Received only: the checked values.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>An option of a <see cref="RadioGroup"/> or <see cref="CheckboxGroup"/>. Each text has at most 100 characters.</summary>
public sealed record GroupOption
{
    public required string Label { get; init; }
    public required string Value { get; init; }
    public string? Description { get; init; }

    /// <summary>Whether the option starts out chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Default { get; init; }
}

/// <summary>
/// A yes-or-no question. Must be inside a <see cref="Label"/>.
/// See https://discord.com/developers/docs/components/reference#checkbox.
/// </summary>
public sealed record Checkbox : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>Whether the box starts out checked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Default { get; init; }

    /// <summary>Received only: whether the box was checked.</summary>
    public bool? Value { get; init; }
}
