using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Discord.Models;

namespace Discord.Rest;

/// <summary>A response from Discord, or from a proxy that answered in its place.</summary>
sealed record RestResponse(RateLimitHeaders Headers, byte[] Body, string? ContentType)
{
    public static async Task<RestResponse> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        return new(RateLimitHeaders.Read(response, body), body, response.Content.Headers.ContentType?.MediaType);
    }

    /// <exception cref="HttpRequestException">The content is not what Discord sends here.</exception>
    public TResult Read<TResult>(JsonTypeInfo<TResult> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw Foreign(fault.Message);
        }
    }

    /// <exception cref="HttpRequestException">There is a content, or the status is not the documented one.</exception>
    public bool ReadNothing() => this is { Headers.Status: HttpStatusCode.NoContent, Body: [] }
        ? true
        : throw Foreign("where Discord sends 204 without content");

    public HttpRequestException Foreign(string what)
    {
        var status = Headers.Status;
        var content = Body is [] ? "no content" : $"{Body.Length} bytes of {ContentType ?? "unknown type"}";
        return new($"{(int)status} {status} with {content} is not from Discord: {what}");
    }
}

/// <summary>
/// The rate limits and the error code of one response. Discord's servers sometimes need slightly longer than the time they name, so
/// every time to wait is 50 ms longer than that.
/// See https://discord.com/developers/docs/topics/rate-limits#header-format.
/// </summary>
sealed record RateLimitHeaders
{
    /// <summary>The wait for a 429 without a time, which comes from a proxy in front of Discord.</summary>
    static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    /// <summary>How much longer to wait than Discord says.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    public required HttpStatusCode Status { get; init; }
    public string? Bucket { get; init; }
    public int? Limit { get; init; }
    public int? Remaining { get; init; }

    /// <summary>The time until the bucket resets, including <see cref="Margin"/>.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Discord's JSON error code; null for success, and for responses that did not come from Discord.</summary>
    public int? Code { get; init; }

    /// <summary>429 only: <c>user</c>, <c>global</c> or <c>shared</c>; null if the response did not come from Discord itself.</summary>
    public string? Scope { get; init; }

    /// <summary>429 only. Includes <see cref="Margin"/>.</summary>
    public TimeSpan RetryAfter { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>
    /// A refusal without Discord's error, or a redirect: it did not come from Discord. Not so a 429 or 5xx status, which means the same
    /// whoever sends it.
    /// </summary>
    public bool IsForeign => Code is null && (int)Status is < 200 or (>= 300 and < 500) && !IsRateLimited;

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests;
    public bool IsShared => Scope == "shared";

    /// <summary>
    /// Applies to all routes. So does a 429 without Discord's headers: it comes from a proxy, which does not know routes.
    /// </summary>
    public bool IsGlobal => Scope == "global" || (IsRateLimited && Scope is null && Bucket is null);

    /// <summary>Counts toward the limit of invalid requests.</summary>
    public bool IsInvalid => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (IsRateLimited && !IsShared);

    /// <summary>The interaction's token is no longer valid.</summary>
    public bool IsUnknownWebhook =>
        Code is DiscordError.UnknownWebhook or DiscordError.UnknownInteraction or DiscordError.InvalidWebhookToken;

    public static RateLimitHeaders Read(HttpResponseMessage response, ReadOnlySpan<byte> body) => Read(
        response, response.IsSuccessStatusCode ? null : ErrorResponse.Read(body));

    static RateLimitHeaders Read(HttpResponseMessage response, ErrorResponse? error) => new()
    {
        Status = response.StatusCode,
        Bucket = Header(response, "X-RateLimit-Bucket"),
        Limit = (int?)Number(response, "X-RateLimit-Limit"),
        Remaining = (int?)Number(response, "X-RateLimit-Remaining"),
        ResetAfter = Seconds(Number(response, "X-RateLimit-Reset-After")) + Margin,
        Scope = Header(response, "X-RateLimit-Global") == "true" ? "global" : Header(response, "X-RateLimit-Scope"),
        RetryAfter = response.StatusCode == HttpStatusCode.TooManyRequests ? LongestRetryAfter(response, error) : TimeSpan.Zero,
        Code = error is { IsDiscords: true } ? error.Code : null,
    };

    // For edits and crossposts, Discord has sent a Retry-After of one second and the real wait, an hour, in the body.
    static TimeSpan LongestRetryAfter(HttpResponseMessage response, ErrorResponse? error)
    {
        var header = Seconds(Number(response, "Retry-After")) ?? TimeSpan.Zero;
        var inBody = Seconds(error?.RetryAfter) ?? TimeSpan.Zero;
        var longest = header > inBody ? header : inBody;
        return longest > TimeSpan.Zero ? longest + Margin : DefaultWait;
    }

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    static double? Number(HttpResponseMessage response, string name) =>
        double.TryParse(Header(response, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : null;

    // Discord never asks for more than a day. The limit keeps invalid values from overflowing.
    static TimeSpan? Seconds(double? seconds) => seconds is { } some ? TimeSpan.FromSeconds(Math.Clamp(some, 0, 86_400)) : null;
}
