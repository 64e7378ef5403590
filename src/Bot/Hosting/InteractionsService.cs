using System.Net.Sockets;
using Bot.Commands;
using Bot.Posting;
using Discord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Takes interactions over HTTP, for those who run behind a proxy; they go to the same dispatcher as those of the gateway.
/// </summary>
sealed partial class InteractionsService(
    InteractionsOptions options,
    InteractionDispatcher interactions,
    FatalErrorHandler fatal,
    TimeProvider clock,
    ILogger<InteractionsService> log) : BackgroundService
{
    const string Readiness = "/ready";

    /// <summary>For requests that are under way at the end: a sender that stopped halfway holds up nothing else.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var endpoint = new InteractionEndpoint(options.PublicKey, interactions.DispatchAsync, clock, log, ct);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LastPatience);
        builder.WebHost.UseKestrelCore().UseUrls(options.Listen.AbsoluteUri);
        await using var app = builder.Build();
        app.Run(context => IsReadinessProbe(context.Request)
            ? ReadyAsync(endpoint.Clocks, context.Response, context.RequestAborted)
            : endpoint.HandleAsync(context));
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            fatal.Stop($"Interactions:Listen {options.Listen} can't be used. {taken.Message}");
            return;
        }

        LogListening(options.Listen);
        await app.WaitForShutdownAsync(ct);
    }

    static bool IsReadinessProbe(HttpRequest request) =>
        request.Path == Readiness && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>200, or 503 while Discord's requests would be refused.</summary>
    static async Task ReadyAsync(ClockDifference clocks, HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = clocks.IsTooLarge ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        response.ContentType = "text/plain";
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.WriteAsync(
                clocks.IsTooLarge
                    ? $"Discord's clock says {clocks.Theirs:u}, and this machine's {clocks.Ours:u}. Set this machine's clock.\n"
                    : "Ready.\n",
                ct);
        }
    }

    [LoggerMessage(LogLevel.Information, "Taking interactions over HTTP at {Address}")]
    partial void LogListening(Uri address);
}
