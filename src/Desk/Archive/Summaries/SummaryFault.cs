namespace Desk.Archive.Summaries;

/// <summary>Why a summary is not shown.</summary>
public enum SummaryFault
{
    /// <summary>There is no word in it.</summary>
    Empty,

    /// <summary>It is longer than <see cref="SummaryCheck.Longest"/>.</summary>
    TooLong,

    /// <summary>It has an address, a mention, or marks that no sentence needs.</summary>
    Markup,

    /// <summary>It has characters that no source has, and that may pass for others.</summary>
    Characters,

    /// <summary>It names no source.</summary>
    NoSource,

    /// <summary>It names a source that there isn't.</summary>
    UnknownSource,

    /// <summary>It has a number or a date that no source has.</summary>
    Number,

    /// <summary>It has a name that no source has.</summary>
    Name,

    /// <summary>It quotes what no source says.</summary>
    Quotation,
}
