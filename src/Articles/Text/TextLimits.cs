namespace Articles.Text;

/// <summary>Limits for content files, so that no file can slow down or stop the desk, and for what can be shown of them.</summary>
public static class TextLimits
{
    /// <summary>The largest file that is read.</summary>
    public const int FileBytes = 1024 * 1024;

    /// <summary>
    /// In characters: twenty times an article with seven related items, and few enough for everything that YAML's parser is slow at.
    /// The body may take the rest of the file.
    /// </summary>
    public const int FrontMatterLength = 128 * 1024;

    /// <summary>Levels of nesting; no field needs more than five.</summary>
    public const int FrontMatterDepth = 16;

    /// <summary>
    /// YAML's scanner takes quadratic time on nested brackets, also in unknown fields: 1 ms for this many, 20 s for 200,000. So they
    /// are counted before it sees them.
    /// </summary>
    public const int FrontMatterBrackets = 2_000;

    /// <summary>In characters; the rest is not searched. Ten thousand words are a long article.</summary>
    public const int BodySearched = 64 * 1024;

    /// <summary>Markdown's parser takes quadratic time on some texts, so it gets no more than this at once.</summary>
    public const int BodyPart = 4 * 1024;

    /// <summary>Problems listed for one file; the rest are only counted.</summary>
    public const int ProblemsTold = 100;

    /// <summary>Unknown fields that are compared with the known ones; each pair takes time.</summary>
    public const int FieldsSpellChecked = 200;

    /// <summary>In characters, for the title of a card; the rest is cut off.</summary>
    public const int TitleLength = 256;

    /// <summary>In characters, for the text of a card (an embed's description); the rest is cut off.</summary>
    public const int ExcerptLength = 4096;

    /// <summary>In characters; not every browser opens a longer address.</summary>
    public const int LinkLength = 2048;

    /// <summary>Outlets are up to 14 hours ahead of UTC and write local time as if it were UTC; more than this is a mistake.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromDays(1);
}
