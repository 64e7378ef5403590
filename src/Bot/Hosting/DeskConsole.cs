using System.Globalization;
using Articles.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>Log lines for people: the local time with its zone, the level unless it is information, and what happened.</summary>
sealed class DeskConsole(TimeProvider clock) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "desk";

    static readonly bool IsColored = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var time = clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        var what = OneLine.Of(entry.Formatter(entry.State, entry.Exception));
        textWriter.WriteLine($"{Colored("2", time)}  {Level(entry.LogLevel)}{what}");
        // Indented, because an exception's message may contain a line that looks like one of the log's.
        foreach (var line in (entry.Exception?.ToString() ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            textWriter.WriteLine($"    {OneLine.Of(line.TrimEnd('\r'))}");
    }

    static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => Colored("1;31", "stopped  "),
        LogLevel.Error => Colored("31", "error  "),
        LogLevel.Warning => Colored("33", "warning  "),
        LogLevel.Debug or LogLevel.Trace => Colored("2", "debug  "),
        _ => "",
    };

    static string Colored(string code, string text) => IsColored ? $"\e[{code}m{text}\e[0m" : text;
}
