namespace Discord;

/// <summary>How long to wait before trying again: doubling from a second to a minute, with the lower half left to chance.</summary>
static class Backoff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="failures">How many tries have failed in a row, from 1.</param>
    /// <param name="chance">From 0 to 1. Bots that lost Discord together should not come back together.</param>
    public static TimeSpan After(int failures, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures - 1, 6));
        var longest = doubled < Longest ? doubled : Longest;
        return longest * (0.5 + chance / 2);
    }
}
