using Bot.Posting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>
/// Tells a failure from a signal. If a service ends by an exception that nobody foresaw, the host stops as if it had been asked to, and
/// no supervisor would start the program again.
/// </summary>
static class ServiceFailures
{
    public static void Watch(IServiceProvider services)
    {
        var parts = services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        var fatal = services.GetRequiredService<FatalErrorHandler>();
        // After a signal, this runs before the services are stopped: those that have ended by then failed.
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() =>
        {
            foreach (var part in parts.Where(part => part.ExecuteTask is { IsFaulted: true } or { IsCanceled: true }))
            {
                var reason = part.ExecuteTask?.Exception?.InnerException?.Message ?? "It was canceled.";
                fatal.Stop($"{part.GetType().Name} failed unexpectedly. Please report this as a bug: {reason}");
            }
        });
    }
}
