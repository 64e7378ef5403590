using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared;

namespace EndToEnd.Tests;

/// <summary>A collector on this machine that takes traces by OTLP over HTTP.</summary>
sealed class OtlpReceiver : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentQueue<TraceSpan> spans = new();
    readonly WebApplication app;

    OtlpReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public IReadOnlyCollection<TraceSpan> Spans => spans;

    /// <summary>What the exporter was told to send with each request.</summary>
    public string? Key { get; private set; }

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Returns when a span arrived for which this is so.</summary>
    public async Task<TraceSpan> UntilReceivedAsync(Func<TraceSpan, bool> isIt)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            if (spans.FirstOrDefault(isIt) is { } found)
                return found;
            Assert.True(
                patience.Elapsed < Patience,
                string.Concat(spans.Select(span => span.Trace).Distinct().Select(trace => TraceSpan.Draw(spans, trace) + "\n")));
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    async Task TakeAsync(HttpContext context)
    {
        Assert.Equal(("/v1/traces", "application/x-protobuf"), (context.Request.Path.Value, context.Request.ContentType));
        Key = context.Request.Headers["x-key"];
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        foreach (var span in OtlpMessage.Spans(body.ToArray()))
            spans.Enqueue(span);
    }
}
