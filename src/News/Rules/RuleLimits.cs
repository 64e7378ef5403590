namespace News.Rules;

/// <summary>What a channel's rules may be, so that no rule can hold up the desk.</summary>
static class RuleLimits
{
    /// <summary>In characters: several words, or a name.</summary>
    public const int WordLength = 100;

    /// <summary>In characters, slashes included.</summary>
    public const int ExpressionLength = 200;

    /// <summary>Of topics, words, outlets or types.</summary>
    public const int Items = 100;

    /// <summary>In characters, of a list as text: what one field of a form takes.</summary>
    public const int TextLength = 4000;

    /// <summary>In characters, of a file of channels: more is slow to parse, and more than a server has.</summary>
    public const int FileLength = 256 * 1024;

    /// <summary>Of a file: a list in brackets for each of some rules of each channel, and what expressions hold.</summary>
    public const int FileBrackets = 5_000;

    /// <summary>Of a file: as many as a server may have.</summary>
    public const int Channels = 500;

    /// <summary>Of a file: each is parsed to see what is wrong with it, which takes far longer than words do.</summary>
    public const int FileExpressions = 1_000;

    /// <summary>Quality and heat, by far.</summary>
    public const int Score = 1_000_000;

    public const int Outlets = 1000;

    public const int PerHour = 1000;

    public static readonly TimeSpan HoldBack = TimeSpan.FromDays(1);

    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    public static readonly TimeSpan CoolDown = TimeSpan.FromDays(7);

    /// <summary>What one expression may take on one story; most take a thousandth of it.</summary>
    public static readonly TimeSpan ExpressionTime = TimeSpan.FromMilliseconds(50);
}
