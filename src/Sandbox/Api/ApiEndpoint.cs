using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sandbox.Api;

/// <summary>
/// What all routes of the API have in common: the token, the limits, the body, one change to the world at a time,
/// and Discord's form of an error.
/// </summary>
sealed class ApiEndpoint(IEndpointRouteBuilder app, World world, RateLimiter limiter)
{
    const string Root = "/api/v10";

    // Limits are counted apart for each of these.
    static readonly string[] MajorParameters = ["channel", "guild", "token"];

    /// <summary>A route that asks for the bot's token.</summary>
    public void Map(string method, string route, Bucket bucket, Func<Call, Answer> answer) =>
        app.MapMethods(Root + route, [method], http => AnswerAsync(http, bucket, answer, needsToken: true));

    /// <summary>A route that a token in its path, or nothing at all, opens.</summary>
    public void MapOpen(string method, string route, Bucket bucket, Func<Call, Answer> answer) =>
        app.MapMethods(Root + route, [method], http => AnswerAsync(http, bucket, answer, needsToken: false));

    /// <summary>Everything else under the API.</summary>
    public void MapUnknown() =>
        app.Map("/api/{**path}", http => Answer.Of(StatusCodes.Status404NotFound, DiscordError.NotFound().ToJson()).SendAsync(http.Response, http.RequestAborted));

    async Task AnswerAsync(HttpContext http, Bucket bucket, Func<Call, Answer> answer, bool needsToken)
    {
        var reply = await DecideAsync(http, bucket, answer, needsToken);
        await reply.SendAsync(http.Response, http.RequestAborted);
    }

    async Task<Answer> DecideAsync(HttpContext http, Bucket bucket, Func<Call, Answer> answer, bool needsToken)
    {
        try
        {
            if (needsToken && http.Request.Headers.Authorization != $"Bot {SandboxServer.Token}")
                throw DiscordError.Unauthorized();
            if (limiter.Take(bucket, Major(http.Request.RouteValues), isGlobal: needsToken, http.Response.Headers) is { } tooMany)
                return tooMany;
            var call = await Call.ReadAsync(http.Request, http.RequestAborted);
            lock (world.Gate)
                return world.Faults.Next(bucket) is { } fault ? Fail(fault, call, answer) : answer(call);
        }
        catch (DiscordError e)
        {
            return Answer.Of(e.Status, e.ToJson());
        }
    }

    static Answer Fail(Fault fault, Call call, Func<Call, Answer> answer)
    {
        if (fault.IsAfter)
            answer(call);
        return fault.ToAnswer();
    }

    static string Major(RouteValueDictionary route) =>
        string.Join('/', MajorParameters.Select(name => route[name] as string).OfType<string>());
}
