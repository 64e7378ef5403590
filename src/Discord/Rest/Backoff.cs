namespace Discord.Rest;

/// <summary>How long to wait before a retry: doubles from one second to one minute, with random jitter in the upper half.</summary>
static class Backoff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="failures">Consecutive failures, from 1.</param>
    /// <param name="jitter">From 0 to 1. Bots that lost Discord at the same time should not all return at the same time.</param>
    public static TimeSpan After(int failures, double jitter)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures - 1, 6));
        var longest = doubled < Longest ? doubled : Longest;
        return longest * (0.5 + jitter / 2);
    }
}
