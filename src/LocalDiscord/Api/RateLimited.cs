using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalDiscord.Api;

/// <summary>Whose limit was reached: the bot's own, the bot's global one, or one that it shares with others.</summary>
enum RateLimitScope
{
    User,
    Global,
    Shared,
}

/// <summary>A request that came too early.</summary>
/// <param name="Left">The time until it may be repeated.</param>
/// <param name="Announced">
/// What Retry-After says instead. Discord sometimes sends one second there, and the real time in the body only
/// (discord-api-docs #6109).
/// </param>
sealed record RateLimited(RateLimitScope Scope, TimeSpan Left, TimeSpan? Announced = null)
{
    const int WriteLimit = 20028;

    /// <summary>429 as documented: https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit</summary>
    public ApiResponse ToResponse(Bucket bucket, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["message"] = Scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = Math.Round(Left.TotalSeconds, 3),
            ["global"] = Scope == RateLimitScope.Global,
            ["code"] = Scope == RateLimitScope.Shared ? WriteLimit : 0,
        };
        return ApiResponse.Of(429, body).WithHeaders([("Retry-After", WholeSeconds(Announced ?? Left)), .. Headers(bucket, now)]);
    }

    IEnumerable<(string Name, string Value)> Headers(Bucket bucket, DateTimeOffset now) => Scope switch
    {
        RateLimitScope.Global => [("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global")],
        // The bot has requests left; others have used up the channel's.
        RateLimitScope.Shared => [.. bucket.Headers(bucket.Limit - 1, bucket.Window, now), ("X-RateLimit-Scope", "shared")],
        _ => [.. bucket.Headers(remaining: 0, Left, now), ("X-RateLimit-Scope", "user")],
    };

    // The header has whole seconds; the body has the exact time.
    static string WholeSeconds(TimeSpan time) => ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
