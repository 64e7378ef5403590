using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Api;

/// <summary>
/// Counts requests, and rejects them with 429 when there are too many.
/// https://discord.com/developers/docs/topics/rate-limits
/// </summary>
sealed class RateLimiter(TimeProvider clock, bool enforced)
{
    const int GlobalPerSecond = 50;

    readonly Dictionary<string, Window> windows = [];

    /// <summary>Writes the rate-limit headers. Returns a 429 if a limit is reached, otherwise null.</summary>
    /// <param name="major">The channel, guild or webhook that the bucket counts for.</param>
    /// <param name="isGlobal">Whether the request counts towards the global limit; interaction routes don't.</param>
    public ApiResponse? Take(Bucket bucket, string major, bool isGlobal, IHeaderDictionary headers)
    {
        if (!enforced)
            return null;
        lock (windows)
        {
            var now = clock.GetUtcNow();
            if (isGlobal && WindowOf("global", now, GlobalPerSecond, seconds: 1) is var global && !global.Take())
                return RateLimitResponse.Global(global.Ends - now);
            var window = WindowOf($"{bucket.Name}:{major}", now, bucket.Limit, bucket.Seconds);
            var taken = window.Take();
            WriteHeaders(headers, bucket, window, now);
            if (!taken)
                return RateLimitResponse.User(window.Ends - now);
            if (bucket.Shared is not var (limit, length))
                return null;
            var shared = WindowOf($"{bucket.Name}:{major}:shared", now, limit, length.TotalSeconds);
            return shared.Take() ? null : RateLimitResponse.Shared(shared.Ends - now);
        }
    }

    static void WriteHeaders(IHeaderDictionary headers, Bucket bucket, Window window, DateTimeOffset now)
    {
        headers["X-RateLimit-Limit"] = Number(bucket.Limit);
        headers["X-RateLimit-Remaining"] = Number(window.Remaining);
        headers["X-RateLimit-Reset"] = Decimals(window.Ends.ToUnixTimeMilliseconds() / 1000d);
        headers["X-RateLimit-Reset-After"] = Decimals((window.Ends - now).TotalSeconds);
        headers["X-RateLimit-Bucket"] = bucket.Hash;
    }

    Window WindowOf(string key, DateTimeOffset now, int limit, double seconds)
    {
        if (!windows.TryGetValue(key, out var window) || window.Ends <= now)
            windows[key] = window = new Window(limit, now + TimeSpan.FromSeconds(seconds));
        return window;
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Decimals(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

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
