using System.Diagnostics;
using System.Globalization;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The unit that operators copy, as systemd itself reads it.</summary>
[Trait("Engine", "SQLite")]
public sealed class SystemdUnitTests : IDisposable
{
    const string Analyze = "/usr/bin/systemd-analyze";

    /// <summary>In tenths of systemd's exposure level, which goes up to 10.0.</summary>
    const int MostExposure = 20;

    static readonly string Unit = File.ReadAllText(Path.Combine(Checkout.Root, "docs/operations/news-desk.service"));

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Systemd_finds_no_mistake_in_it()
    {
        var (exitCode, output) = await AnalyzeAsync("verify", "--man=no");

        Assert.Equal((0, ""), (exitCode, output));
    }

    [Fact]
    public async Task Little_is_exposed_to_the_program()
    {
        var (exitCode, output) = await AnalyzeAsync("security", "--no-pager", "--offline=true", $"--threshold={MostExposure}");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void It_is_killed_only_after_the_time_in_which_the_bot_stops() =>
        Assert.InRange(
            int.Parse(Value("TimeoutStopSec"), CultureInfo.InvariantCulture), StopTests.Longest.TotalSeconds + 1, int.MaxValue);

    [Fact]
    public void Token_is_a_file_that_only_the_program_reads()
    {
        Assert.StartsWith("token:", Value("LoadCredential"), StringComparison.Ordinal);
        Assert.Equal("DISCORD__TOKEN_FILE=%d/token", Value("Environment"));
    }

    public void Dispose() => folder.Dispose();

    static string Value(string name) =>
        Assert.Single(Unit.Split('\n'), line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The unit with a program that is on this machine.</summary>
    async Task<(int ExitCode, string Output)> AnalyzeAsync(params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(File.Exists(Analyze), "needs systemd-analyze");
        folder.Write("news-desk.service", Unit.Replace(Value("ExecStart"), "/bin/true", StringComparison.Ordinal));
        using var analyze = Process.Start(new ProcessStartInfo(Analyze, [.. arguments, folder.File("news-desk.service")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = analyze.StandardError.ReadToEndAsync(Ct);
        var output = await analyze.StandardOutput.ReadToEndAsync(Ct);
        await analyze.WaitForExitAsync(Ct);
        return (analyze.ExitCode, output + await errors);
    }
}
