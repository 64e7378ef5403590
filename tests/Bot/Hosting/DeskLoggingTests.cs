using Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Hosting;

public class DeskLoggingTests
{
    [Theory]
    [InlineData("Bot.Posting", LogLevel.Information)]
    [InlineData("Discord.Rest", LogLevel.Warning)]
    public void Levels_are_for_people_unless_set(string category, LogLevel least) => Assert.Equal(least, Least(category));

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Bot.Posting", LogLevel.Debug)]
    [InlineData("Logging:LogLevel:Default", "Discord.Rest", LogLevel.Warning)]
    [InlineData("Logging:LogLevel:Discord", "Discord.Rest", LogLevel.Debug)]
    [InlineData("Logging:LogLevel:Discord.Gateway", "Discord.Gateway", LogLevel.Debug)]
    [InlineData("Logging:LogLevel:Discord.Gateway", "Discord.Rest", LogLevel.Warning)]
    [InlineData("Logging:Console:LogLevel:Bot", "Bot.Posting", LogLevel.Debug)]
    public void Level_is_set_by_category(string key, string category, LogLevel least) =>
        Assert.Equal(least, Least(category, (key, "Debug")));

    [Fact]
    public void Format_is_set_as_in_every_program()
    {
        Assert.Equal(DeskConsole.FormatName, Options<ConsoleLoggerOptions>().FormatterName);
        Assert.Equal("json", Options<ConsoleLoggerOptions>(("Logging:Console:FormatterName", "json")).FormatterName);
        Assert.Equal(
            "HH:mm", Options<JsonConsoleFormatterOptions>(("Logging:Console:FormatterOptions:TimestampFormat", "HH:mm")).TimestampFormat);
    }

    static LogLevel Least(string category, params (string, string?)[] settings)
    {
        using var services = Services(settings);
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return Enum.GetValues<LogLevel>().First(log.IsEnabled);
    }

    static T Options<T>(params (string, string?)[] settings)
        where T : class
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptionsMonitor<T>>().CurrentValue;
    }

    static ServiceProvider Services((string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging => logging.AddDeskConsole(new SettingsReader(configuration).Read().Logging))
            .BuildServiceProvider();
    }
}
