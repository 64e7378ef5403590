namespace Discord;

/// <summary>See https://discord.com/developers/docs/components/reference#button.</summary>
public sealed record Button : Component
{
    public required ButtonStyle Style { get; init; }
    public string? Label { get; init; }
    public Emoji? Emoji { get; init; }

    /// <summary>What comes back when the button is pressed. Not for a link.</summary>
    public string? CustomId { get; init; }

    /// <summary>Where a link leads, at most <see cref="DiscordLimits.ButtonUrl"/> characters.</summary>
    public string? Url { get; init; }

    public bool Disabled { get; init; }
}

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens <see cref="Button.Url"/> and sends no interaction.</summary>
    Link = 5,

    Premium = 6,
}

/// <summary>A Unicode emoji by its <see cref="Name"/>, or a guild's own by its <see cref="Id"/>.</summary>
public sealed record Emoji
{
    public Snowflake? Id { get; init; }
    public string? Name { get; init; }
}
