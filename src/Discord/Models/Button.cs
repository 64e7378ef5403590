namespace Discord.Models;

/// <summary>
/// A button in an <see cref="ActionRow"/> or <see cref="Section"/>.
/// See https://discord.com/developers/docs/components/reference#button.
/// </summary>
public sealed record Button : Component
{
    public required ButtonStyle Style { get; init; }

    /// <summary>At most <see cref="DiscordLimits.ButtonLabel"/> characters.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// What the bot receives when a member presses the button, at most <see cref="DiscordLimits.CustomId"/> characters. A link has none.
    /// </summary>
    public string? CustomId { get; init; }

    /// <summary>The address of a link, at most <see cref="DiscordLimits.ButtonUrl"/> characters.</summary>
    public string? Url { get; init; }

    public bool Disabled { get; init; }
}

/// <summary>See https://discord.com/developers/docs/components/reference#button-button-styles.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens <see cref="Button.Url"/> without sending an interaction.</summary>
    Link = 5,
}
