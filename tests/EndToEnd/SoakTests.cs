using Benchmarks;
using LocalDiscord;
using Shared;

namespace EndToEnd.Tests;

/// <summary>Hours of a busy desk in a minute: articles, edits, questions, and faults at the same time.</summary>
[Trait("Engine", "SQLite")]
public sealed class SoakTests
{
    const long Megabyte = 1024 * 1024;

    static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    [Fact(Explicit = true)]
    public async Task Nothing_is_lost_or_doubled_every_question_is_answered_and_no_error_is_logged_while_everything_happens_at_once()
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        await using var server = await LocalDiscordServer.StartAsync(
            new() { RateLimits = false }, TimeProvider.System, TestContext.Current.CancellationToken);
        var (program, arguments) = BotProcess.Program(AppContext.BaseDirectory);
        var run = new SoakRun(arguments is [var dll] ? dll : program, server.Address, new SoakPace(Speed: 150), seed);

        var result = await run.RunAsync(Time, sampleEvery: TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Equal("", string.Join('\n', result.Differences));
        Assert.Equal("", string.Join('\n', result.Errors));
        TestContext.Current.TestOutputHelper!.WriteLine($"{result}, grew by {result.Growth / Megabyte} MiB");
        Assert.Null(result.Unanswered);
        Assert.Equal((result.Asked, 0), (result.Answered, result.ExitCode));
        Assert.True(
            result is { Articles: > 20, Changes: > 20, Asked: > 100, Faults: > 5 }, $"Too little happened on this machine: {result}");
        // A minute is too short to say more: .NET compiles for a while, and collects when it must.
        Assert.InRange(result.Growth, long.MinValue, 50 * Megabyte);
        run.Delete();
    }
}
