using System.Net.Sockets;
using Bot.Commands;
using Bot.Posting;
using Desk.Importing;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bot.Health;

/// <summary>Serves how the bot is to the operator's other programs: <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c>.</summary>
sealed partial class HealthService(
    Uri listen, HealthReporter reporter, DeskGauges gauges, FatalErrorHandler fatal, ILogger<HealthService> log)
    : IHostedService, IAsyncDisposable
{
    const string Metrics = "/metrics";

    static readonly string[] Meters =
    [
        GatewayMetrics.MeterName, RestMetrics.MeterName, ImportMetrics.MeterName, PostingMetrics.MeterName, InteractionMetrics.MeterName,
        DeskGauges.MeterName, "System.Runtime",
    ];

    WebApplication? app;

    /// <summary>Where it listens, with the port that was chosen if the setting leaves that open; null before it does.</summary>
    public Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        app = Build();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            fatal.Stop($"Health:Listen {listen} can't be used. {taken.Message}");
            return;
        }

        Address = new(app.Urls.Single());
        GatewayMetrics.Begin();
        RestMetrics.Begin();
        ImportMetrics.Begin();
        PostingMetrics.Begin();
        LogListening(Address);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is not null)
            await app.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(listen.AbsoluteUri);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("news-desk"))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        var built = builder.Build();
        built.Use(RefreshAsync);
        built.UseOpenTelemetryPrometheusScrapingEndpoint(Metrics);
        built.Run(new HealthEndpoint(reporter).HandleAsync);
        return built;
    }

    async Task RefreshAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == Metrics)
            await gauges.RefreshAsync(context.RequestAborted);
        await next(context);
    }

    [LoggerMessage(LogLevel.Information, "Health and metrics are at {Address}")]
    partial void LogListening(Uri address);
}
