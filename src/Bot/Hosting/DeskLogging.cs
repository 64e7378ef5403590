using Articles.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>
/// The log, with the section <c>Logging</c> as in every .NET program: levels by category, and another format than
/// <see cref="DeskConsole"/>'s. See https://learn.microsoft.com/dotnet/core/extensions/logging/overview.
/// </summary>
static class DeskLogging
{
    const string LevelsSection = "LogLevel";
    const string ConsoleSection = "Console";
    const string FormatKey = "FormatterName";

    const string JsonTime = "yyyy-MM-ddTHH:mm:ss.fffzzz";

    static readonly string[] Formats =
        [DeskConsole.FormatName, ConsoleFormatterNames.Json, ConsoleFormatterNames.Simple, ConsoleFormatterNames.Systemd];

    public static ILoggingBuilder AddDeskConsole(this ILoggingBuilder logging, IConfiguration settings)
    {
        logging.Services
            .AddSingleton<ConsoleFormatter, DeskConsole>()
            .PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName ??= DeskConsole.FormatName)
            .PostConfigure<JsonConsoleFormatterOptions>(options => options.TimestampFormat ??= JsonTime);
        // Of two rules for the same category, the later one counts.
        return logging.AddConsole().AddFilter("Discord", LogLevel.Warning).AddConfiguration(settings);
    }

    /// <summary>
    /// What .NET would refuse later, or ignore, each with its remedy. Sections of logs that the bot doesn't have are left alone.
    /// </summary>
    public static IEnumerable<string> Problems(IConfigurationSection logging)
    {
        string[] known = [LevelsSection, ConsoleSection];
        foreach (var section in logging.GetChildren().Where(section => !known.Contains(section.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (Spelling.Nearest(section.Key, known) is { } nearest)
                yield return $"There is no setting {section.Path}. Did you mean {nearest}?";
        }

        var console = logging.GetSection(ConsoleSection);
        IConfigurationSection[] levels = [logging.GetSection(LevelsSection), console.GetSection(LevelsSection)];
        foreach (var level in levels.SelectMany(section => section.GetChildren()).Where(level => !IsLevel(level.Value)))
            yield return $"{level.Path} \"{level.Value}\" is not a level. Choose one of {string.Join(", ", Enum.GetNames<LogLevel>())}.";
        foreach (var section in levels.Where(section => section.Value is { Length: > 0 }))
            yield return $"{section.Path} is text, not a group of settings. Write {{ \"Default\": \"{section.Value}\" }}.";
        if (console[FormatKey] is { } format && !Formats.Contains(format, StringComparer.OrdinalIgnoreCase))
            yield return $"{console.Path}:{FormatKey} \"{format}\" is not a format. Choose one of {string.Join(", ", Formats)}.";
    }

    static bool IsLevel(string? text) => Enum.GetNames<LogLevel>().Contains(text, StringComparer.OrdinalIgnoreCase);
}
