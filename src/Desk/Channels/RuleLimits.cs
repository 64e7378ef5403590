namespace Desk.Channels;

/// <summary>Limits for rules, so that none can slow the bot down.</summary>
static class RuleLimits
{
    /// <summary>In characters: several words, or a name.</summary>
    public const int WordLength = 100;

    /// <summary>In characters, slashes included.</summary>
    public const int ExpressionLength = 200;

    /// <summary>
    /// In all channels of a server, in all of its presets, and in a file: searching for them takes far longer than for words.
    /// </summary>
    public const int Expressions = 100;

    /// <summary>Of topics, words, outlets or types.</summary>
    public const int Items = 100;

    /// <summary>In characters, of a forum's tag: the chat service's own limit.</summary>
    public const int TagLength = 20;

    /// <summary>Of a channel. More don't fit into the panel that lists them.</summary>
    public const int Pings = 10;

    /// <summary>In characters, of a list as text: the most that a field of a form accepts.</summary>
    public const int TextLength = 4000;

    /// <summary>In characters, of a file of channels. More is slow to parse, and no server needs it.</summary>
    public const int FileLength = 256 * 1024;

    /// <summary>In a file. Enough for several lists in each channel, and for the brackets of expressions.</summary>
    public const int FileBrackets = 5_000;

    /// <summary>More would push other stories out of a phone's window.</summary>
    public const int CoverageRows = 5;

    /// <summary>In a file: as many as a server can have.</summary>
    public const int Channels = 500;

    /// <summary>Of a server. With those that every server has, they fit into one menu.</summary>
    public const int Presets = 20;

    /// <summary>In characters, of a preset's name: it fits onto one line of a phone, and into a button's id.</summary>
    public const int PresetName = 50;

    /// <summary>Far above any quality or popularity.</summary>
    public const int Score = 1_000_000;

    public const int Outlets = 1000;

    public const int PerHour = 1000;

    public static readonly TimeSpan HoldBack = TimeSpan.FromDays(1);

    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    public static readonly TimeSpan Oldest = TimeSpan.FromDays(100_000);

    public static readonly TimeSpan CoolDown = TimeSpan.FromDays(7);
}
