namespace Articles.Headlines;

/// <summary>What the text below a headline adds: its words, and the names among them.</summary>
sealed class HeadlineExcerpt
{
    public HeadlineExcerpt(string? text)
    {
        var (words, _) = HeadlineParser.Parse(HeadlineScanner.Scan(text ?? "").Tokens, []);
        Words = words.Where(word => !word.IsNumber).Select(word => word.Text).ToHashSet();
        Names = words.Where(word => word is { IsName: true, Kind: null, IsNumber: false }).Select(word => word.Text).ToHashSet();
    }

    public IReadOnlySet<string> Words { get; }

    /// <summary>Words that are capital within a sentence, without days and months.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Whether the headlines have no names, and each excerpt has other ones: "Fire destroys mill" in two towns.</summary>
    public static bool NameOthers(Headline one, Headline other)
    {
        if (one.Excerpt.Names.Count == 0 || other.Excerpt.Names.Count == 0 || IsNamed(one) || IsNamed(other))
            return false;
        var words = one.Words.Select(word => word.Text).ToHashSet();
        return !one.Excerpt.Names.Any(name => other.Excerpt.Words.Contains(name) && !words.Contains(name))
            && !other.Excerpt.Names.Any(name => one.Excerpt.Words.Contains(name) && !words.Contains(name));

        bool IsNamed(Headline headline) => headline.Words.Any(word =>
            word.IsName || (word.IsCapital && (one.Excerpt.Names.Contains(word.Text) || other.Excerpt.Names.Contains(word.Text))));
    }
}
