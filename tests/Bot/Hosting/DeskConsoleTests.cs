using Articles.Files;
using Bot.Cli;
using Bot.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

public class DeskConsoleTests
{
    const string Forged = "Storm\n12:00:00  error  forged\r\u001B[2J\u2028\u202E";
    const string Shown = @"Storm\n12:00:00  error  forged\r\u001B[2J\u2028\u202E";

    const string Time = "2026-11-24 12:00:00 +01:00";

    [Fact]
    public void Text_from_files_forges_no_line() =>
        Assert.Equal($"{Time}  Posted \"{Shown}\"\n", Written($"Posted \"{Forged}\"", exception: null));

    [Fact]
    public void Message_of_an_exception_forges_no_line()
    {
        var lines = Written("It failed", new InvalidOperationException(Forged)).TrimEnd('\n').Split('\n');

        Assert.Equal($"{Time}  It failed", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line));
        Assert.DoesNotContain('\u001B', string.Concat(lines));
    }

    [Theory]
    [InlineData("text", 1)]
    [InlineData("github", 1)]
    public void Name_of_a_file_forges_no_problem(string format, int lines)
    {
        var printed = ProblemFormats.All[format]([new ContentProblem($"a\n{Forged}.md", 1, 1, $"The value \"{Forged}\" is wrong.")]);

        Assert.Equal(lines, printed.Count(character => character == '\n'));
        Assert.DoesNotContain(printed.TrimEnd('\n'), char.IsControl);
    }

    static string Written(string message, Exception? exception)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T11:00:00Z"));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("an hour ahead", TimeSpan.FromHours(1), null, null));
        using var writer = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(LogLevel.Information, "test", default, message, exception, (text, _) => text);
        new DeskConsole(clock).Write(entry, scopeProvider: null, writer);
        return writer.ToString();
    }
}
