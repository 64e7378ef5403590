using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sandbox.Api;
using Sandbox.Commands;

namespace Sandbox.Page;

/// <summary>What all routes behind the page have in common: their errors are for a person.</summary>
sealed class PageEndpoint(IEndpointRouteBuilder app, World world)
{
    const string Root = "/sandbox";

    public void Map(string method, string route, Func<Call, Answer> answer) => MapLong(method, route, (call, _) =>
    {
        lock (world.Gate)
            return Task.FromResult(answer(call));
    });

    /// <summary>A route that waits for somebody else, and so holds the world itself while it reads or changes it.</summary>
    public void MapLong(string method, string route, Func<Call, CancellationToken, Task<Answer>> answer) =>
        MapStream(method, route, async http =>
        {
            var call = await Call.ReadAsync(http.Request, http.RequestAborted);
            call.CheckReadable();
            var reply = await answer(call, http.RequestAborted);
            await reply.SendAsync(http.Response, http.RequestAborted);
        });

    /// <summary>A route that writes its response itself, once it is sure that it can.</summary>
    public void MapStream(string method, string route, RequestDelegate respond) =>
        app.MapMethods(Root + route, [method], async http =>
        {
            try
            {
                await respond(http);
            }
            catch (Exception e) when (Status(e) is not null)
            {
                await Answer.Of(Status(e)!.Value, new JsonObject { ["error"] = e.Message }).SendAsync(http.Response, http.RequestAborted);
            }
        });

    static int? Status(Exception e) => e switch
    {
        PersonsMistake => StatusCodes.Status400BadRequest,
        DiscordError error => error.Status,
        BotSilence => StatusCodes.Status504GatewayTimeout,
        _ => null,
    };
}
