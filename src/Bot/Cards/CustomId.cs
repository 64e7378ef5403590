using System.Globalization;
using Discord;

namespace Bot.Cards;

/// <summary>
/// What a button carries: its handler's name and the numbers it needs, as <c>name:1:2</c>. All state is in it,
/// so a button works as long as its message stands, also after a restart.
/// </summary>
/// <remarks>At most <see cref="DiscordLimits.CustomId"/> characters: numbers keep far below that.</remarks>
sealed record CustomId(string Name, params IReadOnlyList<long> Numbers)
{
    public override string ToString() =>
        string.Join(':', [Name, .. Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]);

    public static CustomId? Parse(string? text)
    {
        if (text?.Split(':') is not [var name, .. var parts])
            return null;

        var numbers = new List<long>();
        foreach (var part in parts)
        {
            if (!long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return new(name, numbers);
    }
}
