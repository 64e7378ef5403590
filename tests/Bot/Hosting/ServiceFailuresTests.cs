using Bot.Hosting;
using Bot.Posting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Hosting;

/// <summary>A program that stops by a failure must not look like one that was asked to stop.</summary>
public sealed class ServiceFailuresTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Part_that_fails_stops_the_program_with_a_reason()
    {
        using var host = HostOf(new TestPart(Task.FromException(new InvalidOperationException("Nobody foresaw this."))));

        var fatal = host.Services.GetRequiredService<FatalErrorHandler>();

        await host.RunAsync(Ct);

        Assert.Equal("TestPart failed unexpectedly. Please report this as a bug: Nobody foresaw this.", fatal.Reason);
    }

    [Fact]
    public async Task Part_that_is_canceled_by_something_else_than_the_host_has_failed()
    {
        using var host = HostOf(new TestPart(Task.FromCanceled(new(canceled: true))));

        var fatal = host.Services.GetRequiredService<FatalErrorHandler>();

        await host.RunAsync(Ct);

        Assert.True(fatal.IsStopped);
    }

    [Fact]
    public async Task Program_that_is_asked_to_stop_has_not_failed()
    {
        using var host = HostOf(new TestPart(null));

        await host.StartAsync(Ct);
        await host.StopAsync(Ct);

        Assert.False(host.Services.GetRequiredService<FatalErrorHandler>().IsStopped);
    }

    static IHost HostOf(TestPart part)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<FatalErrorHandler>().AddHostedService(_ => part);
        var host = builder.Build();
        ServiceFailures.Watch(host.Services);
        return host;
    }

    /// <param name="end">How it ends; null runs until the host stops.</param>
    sealed class TestPart(Task? end) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => end ?? Task.Delay(Timeout.Infinite, stoppingToken);
    }
}
