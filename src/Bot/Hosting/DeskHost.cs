using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using News.Storage;

namespace Bot.Hosting;

/// <summary>The program that runs: all rooms together, and a console that tells what happens.</summary>
static class DeskHost
{
    /// <exception cref="NewsDatabaseException">The database can't be used.</exception>
    public static HostApplicationBuilder For(BotSettings settings, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging
            .AddConsole(options => options.FormatterName = DeskConsole.FormatName)
            .AddFilter("Discord", LogLevel.Warning);
        builder.Services
            .AddSingleton<ConsoleFormatter, DeskConsole>()
            .Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true)
            .AddSingleton(clock)
            .AddNews(settings.Content)
            .AddCommands()
            .AddDiscord(settings.Discord)
            .AddDesk(settings.Channels, settings.Posting)
            .AddInteractions(settings.Interactions);
        return builder;
    }
}
