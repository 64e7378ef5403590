using System.Diagnostics;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalDiscord.Api;

/// <summary>
/// What all routes of the API share: the token, rate limits, planned faults, reading the body, one state change at a time,
/// Discord's error format, and the call log.
/// </summary>
/// <param name="gate">Held while a route reads or changes state.</param>
sealed class ApiEndpoint(IEndpointRouteBuilder app, Lock gate, RateLimiter limiter, Faults faults, CallLog calls, TimeProvider clock)
{
    const string Root = "/api/v{version:range(9,10)}";

    readonly HashSet<string> templates = [];

    // Each value of these has rate limits of its own.
    static readonly string[] MajorParameters = ["channel", "guild", "token"];

    /// <summary>A route that requires the bot's token.</summary>
    public void Map(string method, string route, Bucket bucket, Func<ApiRequest, ApiResponse> respond) =>
        Map(method, new Route(route, bucket, Gated(respond), NeedsToken: true));

    /// <summary>A route that waits for others. It holds the gate itself when it reads or changes state.</summary>
    public void MapAsync(string method, string route, Bucket bucket, Func<ApiRequest, CancellationToken, Task<ApiResponse>> respond) =>
        Map(method, new Route(route, bucket, respond, NeedsToken: true));

    /// <summary>A route that is open to everybody, or to whoever knows the token in its path.</summary>
    public void MapOpen(string method, string route, Bucket bucket, Func<ApiRequest, ApiResponse> respond) =>
        Map(method, new Route(route, bucket, Gated(respond), NeedsToken: false));

    /// <summary>Everything else under the API: a route with another method, another route, another version.</summary>
    public void MapUnknown()
    {
        foreach (var template in templates)
            Refuse(Root + template, DiscordError.MethodNotAllowed());
        Refuse(Root + "/{**path}", DiscordError.NotFound());
        Refuse("/api/{**path}", DiscordError.InvalidApiVersion());
    }

    void Refuse(string pattern, DiscordException error) => app.Map(pattern, http => RespondAsync(http, route: null, error));

    void Map(string method, Route route)
    {
        templates.Add(route.Template);
        app.MapMethods(Root + route.Template, [method], http => RespondAsync(http, route));
    }

    async Task RespondAsync(HttpContext http, Route? route, DiscordException? refusal = null)
    {
        var began = Stopwatch.GetTimestamp();
        var request = await ApiRequest.ReadAsync(http.Request, http.RequestAborted);
        http.Response.GetTypedHeaders().Date = clock.GetUtcNow();
        var decided = route is null ? Rejection(refusal!) : await DecideAsync(http, request, route);
        if (decided is not { } response)
        {
            http.Abort();
            return;
        }

        calls.Add(new RecordedCall
        {
            At = clock.GetUtcNow(),
            Method = http.Request.Method,
            Route = route?.Template,
            Path = PathOf(http.Request),
            Status = response.Status,
            Milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Request = request.Sent,
            Response = response.Body,
            IsForeign = response.IsForeign,
        });
        // Discord stands behind a proxy of Google's. Some clients take a 429 without it for one from somebody else.
        if (!response.IsForeign)
            http.Response.Headers.Via = "1.1 google";
        await response.SendAsync(http.Response, http.RequestAborted);
    }

    /// <summary>The response; null if the connection breaks instead.</summary>
    async Task<ApiResponse?> DecideAsync(HttpContext http, ApiRequest request, Route route)
    {
        if (route.NeedsToken && http.Request.Headers.Authorization != $"Bot {Seed.Token}")
            return Rejection(DiscordError.Unauthorized());
        if (limiter.Take(route.Bucket, Major(http.Request.RouteValues), route.NeedsToken, out var headers) is { } early)
            return early.ToResponse(route.Bucket, clock.GetUtcNow());
        var fault = faults.Next(route.Bucket);
        if (fault is { Delay.Ticks: > 0 })
            await Task.Delay(fault.Delay, clock, http.RequestAborted);
        var isCarriedOut = fault is null or { IsAfter: true } or { Response: null, RateLimited: null, IsDrop: false };
        var response = isCarriedOut ? await CarryOutAsync(request, route.Respond, http.RequestAborted) : null;
        return fault switch
        {
            { IsDrop: true } => null,
            { RateLimited: { } limited } => limited.ToResponse(route.Bucket, clock.GetUtcNow()),
            { Response: { IsForeign: true } foreign } => foreign,
            { Response: { } instead } => instead.WithHeaders(headers),
            _ => response!.WithHeaders(headers),
        };
    }

    Func<ApiRequest, CancellationToken, Task<ApiResponse>> Gated(Func<ApiRequest, ApiResponse> respond) => (request, _) =>
    {
        lock (gate)
            return Task.FromResult(respond(request));
    };

    static async Task<ApiResponse> CarryOutAsync(
        ApiRequest request, Func<ApiRequest, CancellationToken, Task<ApiResponse>> respond, CancellationToken ct)
    {
        try
        {
            request.CheckReadable();
            request.ReadIds();
            return await respond(request, ct);
        }
        catch (DiscordException e)
        {
            return Rejection(e);
        }
    }

    static ApiResponse Rejection(DiscordException error) => ApiResponse.Of(error.Status, error.ToJson());

    static string Major(RouteValueDictionary route) =>
        string.Join('/', MajorParameters.Select(name => route[name] as string).OfType<string>());

    static string PathOf(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (request.RouteValues["version"] is string version)
            path = path[$"/api/v{version}".Length..];
        if (request.RouteValues["token"] is string token)
            path = path.Replace(token, "token", StringComparison.Ordinal);
        return path + request.QueryString;
    }

    sealed record Route(
        string Template, Bucket Bucket, Func<ApiRequest, CancellationToken, Task<ApiResponse>> Respond, bool NeedsToken);
}
