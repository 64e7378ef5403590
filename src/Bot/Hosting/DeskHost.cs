using Bot.Commands;
using Desk.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Puts the running bot together.</summary>
static class DeskHost
{
    /// <exception cref="DatabaseException">The database can't be used, or another bot runs on it.</exception>
    public static HostApplicationBuilder For(BotSettings settings, TimeProvider clock)
    {
        // Before anything is done to the database: it may be another bot's.
        var owner = PostgresAddress.IsOne(settings.Content.Database) ? null : OwnerFile.Take(settings.Content.Database);
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddDeskConsole(settings.Logging);
        if (owner is not null)
            builder.Services.AddSingleton(_ => owner);
        builder.Services
            .Configure<HostOptions>(options => options.ShutdownTimeout = StopSignals.ForServices)
            .AddSingleton<IHostLifetime, OwnerLifetime>()
            .AddSingleton(clock)
            .AddNews(settings.Content)
            .AddMeaning(settings.Answers)
            .AddSummaries(settings.Answers.Chat)
            .AddCommands()
            .AddDiscord(settings.Discord)
            .AddTraces(settings.Health)
            .AddHealth(settings.Health, settings.Answers)
            .AddDesk(settings.Channels, settings.Posting)
            .AddInteractions(settings.Interactions);
        return builder;
    }

    /// <summary>The host runs until its owner stops it; signals are its owner's.</summary>
    sealed class OwnerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
