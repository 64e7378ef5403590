using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Interactions;
using LocalDiscord.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalDiscord.Page;

/// <summary>What all routes behind the page share: one state change at a time, and errors that a user can read.</summary>
/// <param name="gate">Held while a route reads or changes state.</param>
sealed class PageEndpoint(IEndpointRouteBuilder app, Lock gate)
{
    const string Root = "/sandbox";

    public void Map(string method, string route, Func<ApiRequest, ApiResponse> respond) => MapAsync(method, route, (request, _) =>
    {
        lock (gate)
            return Task.FromResult(respond(request));
    });

    /// <summary>A route that waits for others. It holds the gate itself when it reads or changes state.</summary>
    public void MapAsync(string method, string route, Func<ApiRequest, CancellationToken, Task<ApiResponse>> respond) =>
        MapStream(method, route, async http =>
        {
            var request = await ApiRequest.ReadAsync(http.Request, http.RequestAborted);
            request.CheckReadable();
            var response = await respond(request, http.RequestAborted);
            await response.SendAsync(http.Response, http.RequestAborted);
        });

    /// <summary>A route that writes its response itself, after everything that can throw.</summary>
    public void MapStream(string method, string route, RequestDelegate respond) =>
        app.MapMethods(Root + route, [method], async http =>
        {
            try
            {
                await respond(http);
            }
            catch (Exception e) when (StatusOf(e) is not null)
            {
                var response = ApiResponse.Of(StatusOf(e)!.Value, new JsonObject { ["error"] = e.Message });
                await response.SendAsync(http.Response, http.RequestAborted);
            }
        });

    static int? StatusOf(Exception e) => e switch
    {
        UserErrorException => StatusCodes.Status400BadRequest,
        DiscordException error => error.Status,
        BotTimeoutException => StatusCodes.Status504GatewayTimeout,
        _ => null,
    };
}
