using System.Text.Json.Serialization;

namespace Discord.Models;

/// <summary>
/// A select menu, in an <see cref="ActionRow"/> of a message or a <see cref="Label"/> of a modal.
/// See https://discord.com/developers/docs/components/reference#string-select.
/// </summary>
public abstract record Select : Component
{
    /// <summary>At most <see cref="DiscordLimits.CustomId"/> characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>At most <see cref="DiscordLimits.SelectPlaceholder"/> characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>0 or more; 1 if absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most <see cref="DiscordLimits.SelectOptions"/>; 1 if absent.</summary>
    public int? MaxValues { get; init; }

    /// <summary>Modals only; true if absent.</summary>
    public bool? Required { get; init; }

    /// <summary>Messages only: Discord rejects a modal with a disabled select menu.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Disabled { get; init; }

    /// <summary>Received from modals only: the chosen values.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>Offers options that the bot defines.</summary>
public sealed record StringSelect : Select
{
    /// <summary>1 to <see cref="DiscordLimits.SelectOptions"/>.</summary>
    public IReadOnlyList<SelectOption> Options { get => field ?? []; init; }
}

/// <summary>See https://discord.com/developers/docs/components/reference#string-select-select-option-structure.</summary>
public sealed record SelectOption
{
    /// <summary>At most <see cref="DiscordLimits.SelectOptionLabel"/> characters.</summary>
    public required string Label { get; init; }

    /// <summary>At most <see cref="DiscordLimits.SelectOptionValue"/> characters.</summary>
    public required string Value { get; init; }

    /// <summary>At most <see cref="DiscordLimits.SelectOptionDescription"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the option starts out chosen.</summary>
    public bool Default { get; init; }
}

/// <summary>Offers what Discord knows; the interaction's resolved data describes the chosen ids.</summary>
public abstract record AutoPopulatedSelect : Select
{
    /// <summary>What starts out chosen.</summary>
    public IReadOnlyList<SelectDefaultValue>? DefaultValues { get; init; }
}

/// <summary>See https://discord.com/developers/docs/components/reference#role-select.</summary>
public sealed record RoleSelect : AutoPopulatedSelect;

/// <summary>See https://discord.com/developers/docs/components/reference#channel-select.</summary>
public sealed record ChannelSelect : AutoPopulatedSelect
{
    /// <summary>Which channels to offer; null means all.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
}

/// <param name="Type"><c>user</c>, <c>role</c> or <c>channel</c>.</param>
public sealed record SelectDefaultValue(Snowflake Id, string Type);
