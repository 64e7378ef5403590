using System.Text.Json.Serialization;

namespace Discord;

/// <summary>
/// A menu to choose from, in a row of a message or in a <see cref="Label"/> of a modal.
/// See https://discord.com/developers/docs/components/reference#string-select.
/// </summary>
public abstract record Select : Component
{
    public required string CustomId { get; init; }

    /// <summary>At most <see cref="DiscordLimits.SelectPlaceholder"/> characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>From 0, and 1 when it is absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>Up to <see cref="DiscordLimits.SelectOptions"/>, and 1 when it is absent.</summary>
    public int? MaxValues { get; init; }

    /// <summary>Modals only, where it is true when it is absent.</summary>
    public bool? Required { get; init; }

    /// <summary>Messages only: a modal that disables anything is refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Disabled { get; init; }

    /// <summary>What was chosen in a modal. Never in what is sent.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>Chooses among texts.</summary>
public sealed record StringSelect : Select
{
    public IReadOnlyList<SelectOption> Options { get => field ?? []; init; }
}

public sealed record SelectOption
{
    public required string Label { get; init; }
    public required string Value { get; init; }
    public string? Description { get; init; }
    public Emoji? Emoji { get; init; }

    /// <summary>Chosen before anybody chooses.</summary>
    public bool Default { get; init; }
}

/// <summary>Chooses among what Discord knows; what the ids stand for comes along in the interaction's resolved data.</summary>
public abstract record AutoPopulatedSelect : Select
{
    /// <summary>Chosen before anybody chooses.</summary>
    public IReadOnlyList<SelectDefaultValue>? DefaultValues { get; init; }
}

public sealed record UserSelect : AutoPopulatedSelect;

public sealed record RoleSelect : AutoPopulatedSelect;

/// <summary>Users and roles.</summary>
public sealed record MentionableSelect : AutoPopulatedSelect;

public sealed record ChannelSelect : AutoPopulatedSelect
{
    /// <summary>Null is all.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
}

/// <param name="Id">Of whom or what.</param>
/// <param name="Type"><c>user</c>, <c>role</c> or <c>channel</c>.</param>
public sealed record SelectDefaultValue(Snowflake Id, string Type);
