using Desk.Archive.Questions;

namespace Desk.Archive.Summaries;

/// <summary>The numbers, days and names of a text, compared with those of its sources.</summary>
/// <param name="plain">See <see cref="SummaryText.Plain"/>.</param>
sealed class SummaryStatements(string plain, SourceTerms terms)
{
    readonly IReadOnlyList<SummaryToken> tokens = SummaryToken.Of(plain);

    /// <summary>Null if the sources have them all.</summary>
    public SummaryFault? Fault
    {
        get
        {
            var units = tokens.SelectMany(SummaryUnit.Of).ToList();
            return HasForeignNumber(units) ? SummaryFault.Number
                : units.Any(IsForeignName) ? SummaryFault.Name
                : null;
        }
    }

    string Language => field ??= StopWords.LanguageOf([.. tokens.Select(token => token.Folded)], terms.Language);

    bool HasForeignNumber(IReadOnlyList<SummaryUnit> units)
    {
        var days = StatedDay.Of(units).ToList();
        var ofDays = days.SelectMany(day => day.Tokens).ToHashSet();
        return days.Any(day => !terms.HasDay(day))
            || Quantity.Of(plain, units, Language).Where(one => !ofDays.Contains(one.Token)).Any(IsForeign)
            || units.Any(unit => (NumberWords.IsQuantity(unit.Folded) || IsNamedTime(unit.Folded)) && !terms.Has(unit.Folded));
    }

    bool IsForeign(Quantity quantity) =>
        (!quantity.Keys.All(terms.HasNumber) && !(quantity.Name is { } name && terms.Has(name)))
        || (quantity.Unit is { } unit && !terms.HasStem(unit));

    /// <summary>French, Spanish and Portuguese write months and days of the week as ordinary words.</summary>
    bool IsNamedTime(string folded) => Language is "fr" or "es" or "pt" && folded.Length > 3
        && TimeWords.Of(folded).Any(word => word.Meaning is TimeMeaning.NamedMonth or TimeMeaning.NamedDay);

    bool IsForeignName(SummaryUnit unit)
    {
        var text = unit.Text;
        if (unit.IsNumber || unit.Joined is not null || Quantity.IsWord(unit, Language))
            return false;
        if (unit.IsMixed || !Scripts.IsOneWithCapitals(text) || !Scripts.IsAmong(text, terms.Text))
            return !terms.Has(unit.Folded);
        // eBay, NASA
        if (IsShouted(text))
            return !terms.HasSpelled(text) && !IsLongAndKnown(unit);
        if (!char.IsUpper(text[0]) || terms.HasName(unit.Folded))
            return false;
        return !unit.Token.StartsSentence || !(terms.HasOrdinary(unit.Folded) || OrdinaryWords.Contains(unit.Folded, Language));
    }

    /// <summary>"US" is not "us", but "Nasa" is "NASA".</summary>
    bool IsLongAndKnown(SummaryUnit unit) => unit.Text.Length > 3 && terms.HasName(unit.Folded);

    static bool IsShouted(string text) => text.Skip(1).Any(char.IsUpper);
}
