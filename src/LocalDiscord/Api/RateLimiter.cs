using System.Text.Json.Nodes;

namespace LocalDiscord.Api;

/// <summary>
/// Counts requests, and rejects them with 429 when there are too many. All processes of the bot share the limits.
/// https://discord.com/developers/docs/topics/rate-limits
/// </summary>
sealed class RateLimiter(TimeProvider clock, bool enforced)
{
    const int GlobalPerSecond = 50;

    readonly Dictionary<string, Window> windows = [];
    readonly int[] rejected = new int[Enum.GetValues<RateLimitScope>().Length];

    /// <summary>How many requests came too early so far, by the limit that they reached. Planned faults don't count.</summary>
    public JsonObject ToJson()
    {
        lock (windows)
        {
            return new JsonObject
            {
                ["global"] = rejected[(int)RateLimitScope.Global],
                ["user"] = rejected[(int)RateLimitScope.User],
                ["shared"] = rejected[(int)RateLimitScope.Shared],
            };
        }
    }

    /// <summary>Counts a request. Returns whether it comes too early, and otherwise the headers for its response.</summary>
    /// <param name="major">The channel, guild or webhook that the bucket counts for.</param>
    /// <param name="isGlobal">Whether the request counts towards the global limit; interaction routes don't.</param>
    public RateLimited? Take(Bucket bucket, string major, bool isGlobal, out IReadOnlyList<(string Name, string Value)> headers)
    {
        headers = [];
        if (!enforced)
            return null;
        lock (windows)
        {
            var early = Find(bucket, major, isGlobal, out headers);
            if (early is not null)
                rejected[(int)early.Scope]++;
            return early;
        }
    }

    /// <summary>Counts an edit of a published message. Returns whether it comes too early.</summary>
    public RateLimited? TakePublishedEdit(string message)
    {
        if (!enforced)
            return null;
        lock (windows)
        {
            var now = clock.GetUtcNow();
            var (limit, length) = Bucket.PublishedEdits;
            var window = WindowOf($"published-edits:{message}", now, limit, length.TotalSeconds);
            return window.Take() ? null : new(RateLimitScope.Shared, window.Ends - now, Announced: TimeSpan.FromSeconds(1));
        }
    }

    RateLimited? Find(Bucket bucket, string major, bool isGlobal, out IReadOnlyList<(string Name, string Value)> headers)
    {
        headers = [];
        var now = clock.GetUtcNow();
        if (isGlobal && WindowOf("global", now, GlobalPerSecond, seconds: 1) is var global && !global.Take())
            return new(RateLimitScope.Global, global.Ends - now);
        var window = WindowOf($"{bucket.Name}:{major}", now, bucket.Limit, bucket.Seconds);
        if (!window.Take())
            return new(RateLimitScope.User, window.Ends - now);
        headers = bucket.Headers(window.Remaining, window.Ends - now, now);
        if (bucket.Shared is not var (limit, length))
            return null;
        var shared = WindowOf($"{bucket.Name}:{major}:shared", now, limit, length.TotalSeconds);
        return shared.Take() ? null : new(RateLimitScope.Shared, shared.Ends - now, Announced: TimeSpan.FromSeconds(1));
    }

    Window WindowOf(string key, DateTimeOffset now, int limit, double seconds)
    {
        if (!windows.TryGetValue(key, out var window) || window.Ends <= now)
            windows[key] = window = new Window(limit, now + TimeSpan.FromSeconds(seconds));
        return window;
    }

    sealed class Window(int limit, DateTimeOffset ends)
    {
        public int Remaining { get; private set; } = limit;

        public DateTimeOffset Ends => ends;

        public bool Take()
        {
            if (Remaining == 0)
                return false;
            Remaining--;
            return true;
        }
    }
}
