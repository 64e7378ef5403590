using Bot.Commands;
using Bot.Posting;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Health;

/// <summary>Sends traces of imports, deliveries, and interactions to the operator's collector, by OTLP over HTTP.</summary>
/// <param name="collector">Such as http://127.0.0.1:4318; the path of traces is added.</param>
sealed partial class TraceExport(Uri collector, ILogger<TraceExport> log) : IHostedService, IDisposable
{
    /// <summary>For the last spans, while the program stops.</summary>
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    static readonly string[] Sources =
    [
        ImportTraces.SourceName, OutboxTraces.SourceName, DatabaseTraces.SourceName, PostingTraces.SourceName,
        InteractionTraces.SourceName, RestTraces.SourceName,
    ];

    TracerProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService("news-desk"))
            .AddSource(Sources)
            .AddOtlpExporter(options =>
            {
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                options.Endpoint = new(collector.AbsoluteUri.TrimEnd('/') + "/v1/traces");
            })
            .Build();
        LogExporting(collector);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.Run(() => provider?.Shutdown((int)LastPatience.TotalMilliseconds), CancellationToken.None);

    public void Dispose() => provider?.Dispose();

    [LoggerMessage(LogLevel.Information, "Traces are sent to {Collector}")]
    partial void LogExporting(Uri collector);
}
