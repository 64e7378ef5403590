namespace News.Rules;

/// <summary>What a channel's rules may be, so that no rule can hold up the desk.</summary>
static class RuleLimits
{
    /// <summary>In characters: several words, or a name.</summary>
    public const int WordLength = 100;

    /// <summary>In characters, slashes included.</summary>
    public const int ExpressionLength = 200;

    /// <summary>What one expression may take on one story; most take a thousandth of it.</summary>
    public static readonly TimeSpan ExpressionTime = TimeSpan.FromMilliseconds(50);
}
