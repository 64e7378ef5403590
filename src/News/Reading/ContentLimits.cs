namespace News.Reading;

/// <summary>What a content file may be, so that no file can hold up or bring down the desk, and what of it can be shown.</summary>
static class ContentLimits
{
    public const int FileBytes = 1024 * 1024;

    /// <summary>
    /// In characters: twenty times what an article with seven related items has, and little enough for whatever else YAML's parser is slow at.
    /// A body may take the rest of the file.
    /// </summary>
    public const int FrontMatterLength = 128 * 1024;

    /// <summary>No field needs more than five.</summary>
    public const int FrontMatterDepth = 16;

    /// <summary>
    /// YAML's scanner takes quadratic time on nested brackets, under unknown fields too, and before it tells anyone:
    /// at this many it is 1 ms, at 200,000 it is 20 s. So they are counted before it sees them.
    /// </summary>
    public const int FrontMatterBrackets = 2_000;

    /// <summary>In characters; what follows is not searched. Ten thousand words are a long article.</summary>
    public const int BodySearched = 64 * 1024;

    /// <summary>Markdown's parser takes quadratic time on some texts, so it gets no more than this at once.</summary>
    public const int BodyPart = 4 * 1024;

    public const int ProblemsTold = 100;

    /// <summary>Unknown fields that are compared with the known ones, which takes time for each pair.</summary>
    public const int FieldsSpellChecked = 200;

    /// <summary>What a card's title holds; more is cut off.</summary>
    public const int TitleLength = 256;

    /// <summary>What the text of a card holds (an embed's description); more is cut off.</summary>
    public const int ExcerptLength = 4096;

    /// <summary>What can be linked; a longer address is none that a browser is sure to open.</summary>
    public const int LinkLength = 2048;

    /// <summary>Outlets are ahead of UTC by up to 14 hours and write their own time as if it were UTC; more is a mistake.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromDays(1);
}
