using System.Globalization;
using System.Net;

namespace Discord;

/// <summary>What one answer says about limits, and about what must not be sent again. See https://discord.com/developers/docs/topics/rate-limits#header-format.</summary>
sealed record RateLimitHeaders
{
    /// <summary>When Discord names no time: a proxy in front of it refused.</summary>
    static readonly TimeSpan Unnamed = TimeSpan.FromSeconds(5);

    public required HttpStatusCode Status { get; init; }
    public string? Bucket { get; init; }
    public int? Limit { get; init; }
    public int? Remaining { get; init; }
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Discord's own number for what was wrong; null when it was nothing, or when the answer is not Discord's.</summary>
    public int? Code { get; init; }

    /// <summary>Of a 429 only; null says that it did not come from Discord itself.</summary>
    public string? Scope { get; init; }

    /// <summary>Of a 429 only.</summary>
    public TimeSpan RetryAfter { get; init; }

    public bool IsLimited => Status == HttpStatusCode.TooManyRequests;
    public bool IsShared => Scope == "shared";

    /// <summary>Holds for all routes. A 429 without Discord's headers comes from a proxy, which knows nothing of routes.</summary>
    public bool IsGlobal => Scope == "global" || (IsLimited && Scope is null && Bucket is null);

    /// <summary>Counts towards the ban for invalid requests.</summary>
    public bool IsInvalid => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (IsLimited && !IsShared);

    /// <summary>An interaction's token is good for nothing any more.</summary>
    public bool IsUnknownWebhook =>
        Code is DiscordError.UnknownWebhook or DiscordError.UnknownInteraction or DiscordError.InvalidWebhookToken;

    public static RateLimitHeaders Read(HttpResponseMessage response, ReadOnlySpan<byte> body) => Read(
        response, response.IsSuccessStatusCode ? null : ErrorBody.Read(body));

    static RateLimitHeaders Read(HttpResponseMessage response, ErrorBody? error) => new()
    {
        Status = response.StatusCode,
        Bucket = Header(response, "X-RateLimit-Bucket"),
        Limit = (int?)Number(response, "X-RateLimit-Limit"),
        Remaining = (int?)Number(response, "X-RateLimit-Remaining"),
        ResetAfter = Seconds(Number(response, "X-RateLimit-Reset-After")),
        Scope = Header(response, "X-RateLimit-Global") == "true" ? "global" : Header(response, "X-RateLimit-Scope"),
        RetryAfter = response.StatusCode == HttpStatusCode.TooManyRequests ? Longest(response, error) : TimeSpan.Zero,
        Code = error?.Code,
    };

    // For edits and crossposts Discord has sent a Retry-After of a second and the true hour in the body.
    static TimeSpan Longest(HttpResponseMessage response, ErrorBody? error)
    {
        var header = Seconds(Number(response, "Retry-After")) ?? TimeSpan.Zero;
        var inBody = Seconds(error?.RetryAfter) ?? TimeSpan.Zero;
        var longest = header > inBody ? header : inBody;
        return longest > TimeSpan.Zero ? longest : Unnamed;
    }

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    static double? Number(HttpResponseMessage response, string name) =>
        double.TryParse(Header(response, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    // A day is more than Discord ever asks for, and keeps nonsense from overflowing.
    static TimeSpan? Seconds(double? seconds) => seconds is { } some ? TimeSpan.FromSeconds(Math.Clamp(some, 0, 86_400)) : null;
}
