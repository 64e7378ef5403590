using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>What readers of a posted card see that is new.</summary>
/// <param name="At">When the card changed.</param>
/// <param name="Outlets">How many outlets cover the story now, if that are more than when it was posted.</param>
/// <param name="FormerTitle">The headline that was corrected; null if it wasn't.</param>
sealed record CardChange(DateTimeOffset At, int? Outlets = null, string? FormerTitle = null)
{
    const int TitleLength = 120;

    /// <summary><c>Updated 14:05: now 6 outlets</c></summary>
    public string Text(CardTexts words)
    {
        var time = DiscordText.ShortTime(At);
        return FormerTitle is { } former && CardText.Inline(former, TitleLength) is { Length: > 0 } title
            ? words.Corrected(time, title)
            : words.Updated(time, Outlets);
    }
}
