using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Api;

/// <summary>
/// 429 in each of its forms. https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
/// </summary>
static class TooMany
{
    const int WriteLimit = 20028;

    /// <summary>The bot asked this route too often.</summary>
    public static Answer User(TimeSpan left) => Refusal(left, "You are being rate limited.", Seconds(left), ("X-RateLimit-Scope", "user"));

    /// <summary>The bot asked everything together too often.</summary>
    public static Answer Global(TimeSpan left) =>
        Refusal(left, "You are being rate limited.", Seconds(left), ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global"));

    /// <summary>
    /// The channel was written to too often, by whomever. Discord has been seen to say a Retry-After of one second
    /// here, and the truth in the body (discord-api-docs #6109).
    /// </summary>
    public static Answer Shared(TimeSpan left) => Refusal(left, "The resource is being rate limited.", "1", ("X-RateLimit-Scope", "shared"));

    /// <summary>Not Discord's word, but that of a proxy before it: no JSON, none of Discord's headers.</summary>
    public static Answer Proxy(TimeSpan left) => Answer.PlainText(429, "error code: 1015").With(("Retry-After", Seconds(left)));

    static Answer Refusal(TimeSpan left, string message, string retryAfter, params (string, string)[] headers)
    {
        var body = new JsonObject
        {
            ["message"] = message,
            ["retry_after"] = Math.Round(left.TotalSeconds, 3),
            ["global"] = headers.Contains(("X-RateLimit-Scope", "global")),
            ["code"] = headers.Contains(("X-RateLimit-Scope", "shared")) ? WriteLimit : 0,
        };
        return Answer.Of(429, body).With([("Retry-After", retryAfter), .. headers]);
    }

    // The header has whole seconds, the body the exact time.
    static string Seconds(TimeSpan left) => ((int)Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
