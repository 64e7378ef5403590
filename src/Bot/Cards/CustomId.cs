using System.Globalization;
using Discord.Models;

namespace Bot.Cards;

/// <summary>
/// What a button carries: its handler's name, the numbers it needs, and perhaps words, as <c>name:1:2</c> or <c>name:1:2:=words</c>.
/// All state is in it, so a button works as long as its message stands, also after a restart.
/// </summary>
/// <remarks>At most <see cref="DiscordLimits.CustomId"/> characters: numbers keep far below that, words may not.</remarks>
sealed record CustomId(string Name, params IReadOnlyList<long> Numbers)
{
    const string BeforeWords = ":=";

    public string? Words { get; init; }

    public bool Fits => ToString().Length <= DiscordLimits.CustomId;

    public override string ToString() =>
        string.Join(':', [Name, .. Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]) + (Words is null
            ? "" : BeforeWords + Words);

    public static CustomId? Parse(string? text)
    {
        var wordsAt = text?.IndexOf(BeforeWords, StringComparison.Ordinal) ?? -1;
        var words = wordsAt < 0 ? null : text![(wordsAt + BeforeWords.Length)..];
        if ((wordsAt < 0 ? text : text![..wordsAt])?.Split(':') is not [var name, .. var parts])
            return null;

        var numbers = new List<long>();
        foreach (var part in parts)
        {
            if (!long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return new(name, numbers) { Words = words };
    }
}
