namespace Discord.Rest;

/// <summary>A request that waits for its lease. Canceling it gives its place to the next.</summary>
sealed class QueuedRequest(Route route) : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    static long count;

    public Route Route => route;

    /// <summary>Position in order of arrival across all buckets.</summary>
    public long Number { get; } = Interlocked.Increment(ref count);
}
