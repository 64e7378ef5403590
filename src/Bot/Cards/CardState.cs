using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>What a card needs to know beside its story.</summary>
sealed record CardState
{
    /// <summary>A time after it is taken for a mistake, and not shown.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The channel's for what everybody sees, the reader's for what only they do. See <see cref="BotTexts.Of"/>.</summary>
    public string Language { get; init; } = Desk.Channels.Language.English.Code;

    /// <summary>When what readers see of a posted card last changed; null for one that never did.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The story is not published any more: it is struck through.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>To be called when the card is posted. An edit calls nobody.</summary>
    public Snowflake? Role { get; init; }

    /// <summary>Posted without a sound.</summary>
    public bool IsSilent { get; init; }
}
