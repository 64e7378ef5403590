using Bot.Commands;
using Discord;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Takes interactions over HTTP, for those who run behind a proxy; they go to the same dispatcher as those of the gateway.</summary>
sealed partial class InteractionsService(InteractionsOptions options, InteractionDispatcher interactions, ILogger<InteractionsService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var endpoint = new InteractionEndpoint(options.PublicKey, interactions.DispatchAsync, log, ct);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Listen.AbsoluteUri);
        await using var app = builder.Build();
        app.Run(endpoint.HandleAsync);
        await app.StartAsync(ct);
        LogListening(options.Listen);
        await app.WaitForShutdownAsync(ct);
    }

    [LoggerMessage(LogLevel.Information, "Taking interactions over HTTP at {Address}")]
    partial void LogListening(Uri address);
}
