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
