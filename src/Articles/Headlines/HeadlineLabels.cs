using System.Buffers;

namespace Articles.Headlines;

/// <summary>Removes what outlets put around a headline: "Live:", "(updated)", and their own name.</summary>
static class HeadlineLabels
{
    /// <summary>No label is longer.</summary>
    const int LongestLabel = 24;

    const int MostPressWords = 4;

    static readonly string[] BeforeOutlets = [" - ", " | ", " – ", " — ", " · ", " :: "];

    static readonly SearchValues<char> Marks = SearchValues.Create("([|–—-:·)]");

    static readonly SearchValues<char> LastMarks = SearchValues.Create("([|–—-:");

    static readonly string[] AfterLabels = [": ", " - ", " | ", " – ", " — ", "] ", ") "];

    static readonly HashSet<string> Labels =
    [
        "live", "breaking", "update", "updated", "updates", "latest", "the", "just", "in", "developing", "urgent", "alert", "exclusive",
        "watch", "video", "photo", "photos", "pictures", "gallery", "blog", "news", "newsflash", "flash", "corrected", "correction",
        "re-transmission", "transmission", "re", "recap", "as", "it", "happened", "happens", "audio", "listen", "eil", "eilmeldung",
        "direct", "ticker",
    ];

    /// <summary>Words by which an outlet's name at the end of a headline may differ from its own.</summary>
    static readonly HashSet<string> OutletWords = ["the", "news", "online", "com"];

    /// <summary>Words by which the names of newspapers, agencies and stations are known.</summary>
    static readonly HashSet<string> Press =
    [
        "news", "times", "post", "gazette", "herald", "courier", "tribune", "journal", "chronicle", "guardian", "telegraph", "mail",
        "mirror", "daily", "observer", "independent", "inquirer", "examiner", "press", "echo", "argus", "bulletin", "online", "radio",
        "tv", "magazine", "reuters", "bbc", "cnn", "ap", "afp", "dpa", "bloomberg", "npr", "cnbc", "wire", "sentinel", "dispatch",
        "zeitung", "anzeiger", "spiegel", "monde", "figaro",
    ];

    public static string Remove(string title, Provider provider)
    {
        var text = title.Trim();
        text = text.AsSpan().ContainsAny(Marks) ? WithoutLabels(WithoutOutlet(text, provider)) : WithoutShout(text);
        return text.Length > 0 ? text : title;
    }

    static string WithoutOutlet(string title, Provider provider)
    {
        foreach (var mark in BeforeOutlets)
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && title[(at + mark.Length)..] is var name && (IsNameOf(name, provider) || IsPress(name)))
                return title[..at];
        }

        return title;
    }

    static string WithoutLabels(string text)
    {
        foreach (var mark in AfterLabels)
        {
            var at = text.IndexOf(mark, 0, Math.Min(text.Length, LongestLabel), StringComparison.Ordinal);
            if (at > 0 && IsLabel(text[..at]))
                return WithoutLabels(text[(at + mark.Length)..].TrimStart());
        }

        var last = text.AsSpan().LastIndexOfAny(LastMarks);
        if (last > 0 && text.Length - last <= LongestLabel && IsLabel(text[last..]) && (text[last] is not '-' || text[last - 1] == ' '))
            return WithoutLabels(text[..last].TrimEnd());
        return WithoutShout(text);
    }

    /// <summary>Without "BREAKING" before a headline that isn't all in capital letters.</summary>
    static string WithoutShout(string text)
    {
        var space = text.IndexOf(' ');
        return space > 1 && IsUpper(text.AsSpan(0, space)) && !IsUpper(text) && IsLabel(text[..space]) ? text[(space + 1)..] : text;
    }

    static bool IsUpper(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('a', 'z');

    static bool IsLabel(string text)
    {
        var (words, _) = HeadlineScanner.Scan(text);
        return words.Count > 0 && words.TrueForAll(word => word.IsNumber || Labels.Contains(word.Text)) && !words[0].IsNumber;
    }

    static bool IsNameOf(string text, Provider provider)
    {
        var name = Joined(text);
        string[] outlet = [provider.Name, provider.Domain, provider.Domain.Split('.')[0]];
        return name.Length > 0 && outlet.Any(known => name == Joined(known));
    }

    /// <summary>Whether it is the name of another outlet, whose text this one took over.</summary>
    static bool IsPress(string text)
    {
        var (words, _) = HeadlineScanner.Scan(text);
        return words.Count is > 0 and <= MostPressWords
            && words.TrueForAll(word => word.IsCapital || OutletWords.Contains(word.Text))
            && words.Exists(word => Press.Contains(word.Text));
    }

    static string Joined(string text) =>
        string.Concat(HeadlineScanner.Scan(text).Tokens.Select(word => word.Text).Where(word => !OutletWords.Contains(word)));
}
