using Articles.Text;
using Desk.Archive.Questions;

namespace Desk.Archive.Summaries;

/// <summary>What sources state: their words, numbers, days and names.</summary>
sealed class SourceTerms
{
    static readonly (char Symbol, string[] Words)[] Currencies =
        [('$', ["dollar", "dolar"]), ('€', ["euro"]), ('£', ["pound", "libra"]), ('¥', ["yen", "yuan"])];

    readonly HashSet<string> spelled = new(StringComparer.Ordinal);
    readonly HashSet<string> words = [];
    readonly HashSet<string> names = [];
    readonly HashSet<string> stems = [];
    readonly HashSet<string> ordinaryStems = [];
    readonly HashSet<string> numbers = [];
    readonly HashSet<string> days = [];
    readonly HashSet<string> outlets;

    public SourceTerms(IReadOnlyList<SummarySource> sources)
    {
        Text = string.Join('\n', sources.SelectMany(source => source.Texts).Select(SummaryText.Plain));
        outlets = [.. sources.SelectMany(source => (string[])[source.Outlet, source.Article.Provider.Domain]).Select(FoldedText.Of)];
        foreach (var source in sources)
            AddDate(source.Article.PublishedAt.UtcDateTime);
        var tokens = SummaryToken.Of(Text);
        Language = StopWords.LanguageOf([.. tokens.Select(token => token.Folded)], otherwise: "en");
        var units = tokens.SelectMany(SummaryUnit.Of).ToList();
        foreach (var token in tokens)
            AddWord(token.Text, token.Folded);
        foreach (var unit in units)
            AddWord(unit.Text, unit.Folded);
        foreach (var (_, words) in Currencies.Where(one => Text.Contains(one.Symbol, StringComparison.Ordinal)))
            stems.UnionWith(words.Select(EnglishStem.Of));
        foreach (var day in StatedDay.Of(units))
            AddDay(day);
        var ofDays = StatedDay.Of(units).SelectMany(day => day.Tokens).ToHashSet();
        numbers.UnionWith(Quantity.Of(Text, units, Language).Where(one => !ofDays.Contains(one.Token)).SelectMany(one => one.Keys));
    }

    /// <summary>All of it; see <see cref="SummaryText.Plain"/>.</summary>
    public string Text { get; }

    /// <summary>Of most words: <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c> or <c>pt</c>.</summary>
    public string Language { get; }

    /// <param name="folded">A word, or several that marks join.</param>
    public bool Has(string folded) => words.Contains(folded) || words.Contains(WithoutOwner(folded));

    /// <summary>Letter by letter.</summary>
    public bool HasSpelled(string text) => spelled.Contains(text) || spelled.Contains(WithoutOwner(text));

    /// <summary>Whether it is an ordinary word there, perhaps with another ending, and no name.</summary>
    public bool HasOrdinary(string folded) => ordinaryStems.Contains(EnglishStem.Of(folded));

    /// <summary>Whether it has a capital there, in German perhaps with another ending.</summary>
    public bool HasName(string folded) => names.Contains(folded) || names.Contains(WithoutOwner(folded))
        || (Language == "de" && GermanForms(folded).Any(names.Contains));

    /// <summary>Whether it is there, perhaps with another ending.</summary>
    public bool HasStem(string folded) => stems.Contains(EnglishStem.Of(folded));

    public bool HasNumber(string key) => numbers.Contains(key);

    public bool HasDay(StatedDay day) => days.Contains(day.Key);

    public bool IsOutlet(string text) => outlets.Contains(FoldedText.Of(text));

    static string WithoutOwner(string word) =>
        word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word.TrimEnd('\'');

    static IEnumerable<string> GermanForms(string folded)
    {
        string[] endings = ["s", "n", "e", "en", "es", "er"];
        return endings.SelectMany(ending => (string?[])
        [
            folded + ending,
            folded.Length >= ending.Length + 4 && folded.EndsWith(ending, StringComparison.Ordinal) ? folded[..^ending.Length] : null,
        ]).OfType<string>();
    }

    void AddWord(string text, string folded)
    {
        spelled.Add(text);
        spelled.Add(WithoutOwner(text));
        words.Add(folded);
        words.Add(WithoutOwner(folded));
        stems.Add(EnglishStem.Of(folded));
        if (char.IsLower(text[0]))
            ordinaryStems.Add(EnglishStem.Of(folded));
        if (!text.Any(char.IsUpper))
            return;
        names.Add(folded);
        names.Add(WithoutOwner(folded));
    }

    void AddDay(StatedDay day)
    {
        days.Add(day.Key);
        days.Add(day.DayOfYear);
        if (day.Year is { } year)
            numbers.Add(WrittenNumber.Key(year));
    }

    /// <summary>When an article was published, it says by a number; a text about it may use the names of the month and the day.</summary>
    void AddDate(DateTime published)
    {
        AddDay(new(published.Year, published.Month, published.Day));
        words.UnionWith(TimeWords.Names(published.Month, published.DayOfWeek));
        names.UnionWith(TimeWords.Names(published.Month, published.DayOfWeek));
    }
}
