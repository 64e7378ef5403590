using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sandbox.Api;

/// <summary>
/// What all routes of the API have in common: the token, the limits, the body, one change to the world at a time,
/// Discord's form of an error, and a line in the log.
/// </summary>
sealed class ApiEndpoint(IEndpointRouteBuilder app, World world, RateLimiter limiter)
{
    const string Root = "/api/v10";

    // Limits are counted apart for each of these.
    static readonly string[] MajorParameters = ["channel", "guild", "token"];

    /// <summary>A route that asks for the bot's token.</summary>
    public void Map(string method, string route, Bucket bucket, Func<Call, Answer> answer) =>
        Map(method, new Route(route, bucket, Alone(answer), NeedsToken: true));

    /// <summary>A route that waits for somebody else, and so holds the world itself while it reads or changes it.</summary>
    public void MapLong(string method, string route, Bucket bucket, Func<Call, CancellationToken, Task<Answer>> answer) =>
        Map(method, new Route(route, bucket, answer, NeedsToken: true));

    /// <summary>A route that a token in its path, or nothing at all, opens.</summary>
    public void MapOpen(string method, string route, Bucket bucket, Func<Call, Answer> answer) =>
        Map(method, new Route(route, bucket, Alone(answer), NeedsToken: false));

    /// <summary>Everything else under the API.</summary>
    public void MapUnknown() => app.Map("/api/{**path}", http => AnswerAsync(http, route: null));

    void Map(string method, Route route) => app.MapMethods(Root + route.Template, [method], http => AnswerAsync(http, route));

    async Task AnswerAsync(HttpContext http, Route? route)
    {
        var began = Stopwatch.GetTimestamp();
        var call = await Call.ReadAsync(http.Request, http.RequestAborted);
        if (await DecideAsync(http, call, route) is not { } answer)
        {
            http.Abort();
            return;
        }

        world.Calls.Add(new ApiCall
        {
            At = world.Clock.GetUtcNow(),
            Method = http.Request.Method,
            Route = route?.Template,
            Path = PathOf(http.Request),
            Status = answer.Status,
            Milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Request = call.Sent,
            Response = answer.Body,
        });
        await answer.SendAsync(http.Response, http.RequestAborted);
    }

    /// <summary>The answer; null when the connection shall break instead.</summary>
    async Task<Answer?> DecideAsync(HttpContext http, Call call, Route? route)
    {
        if (route is null)
            return Refusal(DiscordError.NotFound());
        if (route.NeedsToken && http.Request.Headers.Authorization != $"Bot {SandboxServer.Token}")
            return Refusal(DiscordError.Unauthorized());
        if (limiter.Take(route.Bucket, Major(http.Request.RouteValues), isGlobal: route.NeedsToken, http.Response.Headers) is { } tooMany)
            return tooMany;
        var fault = world.Faults.Next(route.Bucket);
        if (fault is { Delay.Ticks: > 0 })
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        var isCarriedOut = fault is null or { IsAfter: true } or { Answer: null, IsDrop: false };
        var reply = isCarriedOut ? await CarryAsync(call, route.Answer, http.RequestAborted) : null;
        return fault switch
        {
            { IsDrop: true } => null,
            { Answer: { } instead } => instead,
            _ => reply,
        };
    }

    /// <summary>Nothing else changes the world meanwhile.</summary>
    Func<Call, CancellationToken, Task<Answer>> Alone(Func<Call, Answer> answer) => (call, _) =>
    {
        lock (world.Gate)
            return Task.FromResult(answer(call));
    };

    static async Task<Answer> CarryAsync(Call call, Func<Call, CancellationToken, Task<Answer>> answer, CancellationToken ct)
    {
        try
        {
            call.CheckReadable();
            return await answer(call, ct);
        }
        catch (DiscordError e)
        {
            return Refusal(e);
        }
    }

    static Answer Refusal(DiscordError error) => Answer.Of(error.Status, error.ToJson());

    static string Major(RouteValueDictionary route) =>
        string.Join('/', MajorParameters.Select(name => route[name] as string).OfType<string>());

    static string PathOf(HttpRequest request)
    {
        var path = request.Path.Value!;
        path = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;
        return (request.RouteValues["token"] is string token ? path.Replace(token, "token", StringComparison.Ordinal) : path) + request.QueryString;
    }

    sealed record Route(string Template, Bucket Bucket, Func<Call, CancellationToken, Task<Answer>> Answer, bool NeedsToken);
}
