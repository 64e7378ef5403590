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
        app.MapMethods(Root + route, [method], http => AnswerAsync(http, route, call => Decide(http, call, bucket, answer, needsToken: true)));

    /// <summary>A route that a token in its path, or nothing at all, opens.</summary>
    public void MapOpen(string method, string route, Bucket bucket, Func<Call, Answer> answer) =>
        app.MapMethods(Root + route, [method], http => AnswerAsync(http, route, call => Decide(http, call, bucket, answer, needsToken: false)));

    /// <summary>Everything else under the API.</summary>
    public void MapUnknown() =>
        app.Map("/api/{**path}", http => AnswerAsync(http, route: null, _ => Refusal(DiscordError.NotFound())));

    async Task AnswerAsync(HttpContext http, string? route, Func<Call, Answer> decide)
    {
        var began = Stopwatch.GetTimestamp();
        var call = await Call.ReadAsync(http.Request, http.RequestAborted);
        var answer = decide(call);
        world.Calls.Add(new ApiCall
        {
            At = world.Clock.GetUtcNow(),
            Method = http.Request.Method,
            Route = route,
            Path = PathOf(http.Request),
            Status = answer.Status,
            Milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Request = call.Sent,
            Response = answer.Body,
        });
        await answer.SendAsync(http.Response, http.RequestAborted);
    }

    Answer Decide(HttpContext http, Call call, Bucket bucket, Func<Call, Answer> answer, bool needsToken)
    {
        try
        {
            if (needsToken && http.Request.Headers.Authorization != $"Bot {SandboxServer.Token}")
                throw DiscordError.Unauthorized();
            if (limiter.Take(bucket, Major(http.Request.RouteValues), isGlobal: needsToken, http.Response.Headers) is { } tooMany)
                return tooMany;
            call.CheckReadable();
            lock (world.Gate)
                return world.Faults.Next(bucket) is { } fault ? Fail(fault, call, answer) : answer(call);
        }
        catch (DiscordError e)
        {
            return Refusal(e);
        }
    }

    static Answer Fail(Fault fault, Call call, Func<Call, Answer> answer)
    {
        if (fault.IsAfter)
            answer(call);
        return fault.ToAnswer();
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
}
