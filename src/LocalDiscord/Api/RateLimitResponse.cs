using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalDiscord.Api;

/// <summary>429 in each of its forms. https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit</summary>
static class RateLimitResponse
{
    const int WriteLimit = 20028;

    /// <summary>The bot called this route too often.</summary>
    public static ApiResponse User(TimeSpan left) =>
        Create(left, "You are being rate limited.", Seconds(left), ("X-RateLimit-Scope", "user"));

    /// <summary>The bot made too many calls in total.</summary>
    public static ApiResponse Global(TimeSpan left) =>
        Create(left, "You are being rate limited.", Seconds(left), ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global"));

    /// <summary>
    /// Everybody together wrote to the channel too often. Discord sometimes sends a Retry-After of one second here, and the real
    /// time in the body only (discord-api-docs #6109).
    /// </summary>
    public static ApiResponse Shared(TimeSpan left) =>
        Create(left, "The resource is being rate limited.", "1", ("X-RateLimit-Scope", "shared"));

    /// <summary>Sent by a proxy in front of Discord: no JSON and none of Discord's headers.</summary>
    public static ApiResponse Proxy(TimeSpan left) =>
        ApiResponse.PlainText(429, "error code: 1015").WithHeaders(("Retry-After", Seconds(left)));

    static ApiResponse Create(TimeSpan left, string message, string retryAfter, params (string, string)[] headers)
    {
        var body = new JsonObject
        {
            ["message"] = message,
            ["retry_after"] = Math.Round(left.TotalSeconds, 3),
            ["global"] = headers.Contains(("X-RateLimit-Scope", "global")),
            ["code"] = headers.Contains(("X-RateLimit-Scope", "shared")) ? WriteLimit : 0,
        };
        return ApiResponse.Of(429, body).WithHeaders([("Retry-After", retryAfter), .. headers]);
    }

    // The header has whole seconds; the body has the exact time.
    static string Seconds(TimeSpan left) => ((int)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
