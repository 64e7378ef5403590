using System.Diagnostics;
using Bot.Meaning;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Meaning;

/// <summary>With the real model, in the real program.</summary>
public sealed class EmbeddingProcessTests
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_that_mean_the_same_are_near_each_other()
    {
        using var process = Start(new FakeTimeProvider());

        var vectors = await process.GenerateAsync(
            ["Storm floods the harbor at dawn", "The port was under water after the tempest", "How to bake bread"], cancellationToken: Ct);

        Assert.All(vectors, vector => Assert.Equal(MiniLm.Dimensions, vector.Vector.Length));
        Assert.True(Cosine(0, 1) > Cosine(0, 2) + 0.3, $"{Cosine(0, 1)} against {Cosine(0, 2)}");

        double Cosine(int a, int b) =>
            vectors[a].Vector.ToArray().Zip(vectors[b].Vector.ToArray(), (one, other) => (double)one * other).Sum();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u200b😀 漢字 \ud800")]
    public async Task Any_text_has_a_vector(string text)
    {
        using var process = Start(new FakeTimeProvider());

        var vectors = await process.GenerateAsync([text, new string('x', 100_000)], cancellationToken: Ct);

        Assert.Equal(2, vectors.Count);
    }

    [Fact]
    public async Task Process_ends_when_nothing_was_asked_for_a_while_and_starts_again()
    {
        var clock = new FakeTimeProvider();
        using var process = Start(clock);
        await process.GenerateAsync(["Storm"], cancellationToken: Ct);
        using var first = Process.GetProcessById(process.ProcessId!.Value);

        clock.Advance(Idle);
        await first.WaitForExitAsync(Ct);

        Assert.Null(process.ProcessId);
        Assert.Single(await process.GenerateAsync(["Storm"], cancellationToken: Ct));
    }

    [Fact]
    public async Task Killed_process_is_replaced()
    {
        using var process = Start(new FakeTimeProvider());
        await process.GenerateAsync(["Storm"], cancellationToken: Ct);
        using var first = Process.GetProcessById(process.ProcessId!.Value);
        first.Kill();
        await first.WaitForExitAsync(Ct);

        Assert.Single(await process.GenerateAsync(["Storm"], cancellationToken: Ct));
    }

    [Fact]
    public async Task Question_that_nobody_waits_for_any_more_spoils_no_other()
    {
        using var process = Start(new FakeTimeProvider());
        await process.GenerateAsync(["Storm"], cancellationToken: Ct);
        var started = process.ProcessId;
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            process.GenerateAsync([.. Enumerable.Range(0, 10_000).Select(number => $"{number}")], cancellationToken: cancelled.Token));

        var (alone, after) = (await VectorAsync("Storm"), await VectorAsync("Storm"));

        Assert.Equal(alone, after);
        Assert.Equal(started, process.ProcessId);

        async Task<float[]> VectorAsync(string text) => (await process.GenerateAsync([text], cancellationToken: Ct))[0].Vector.ToArray();
    }

    [Theory]
    [InlineData("no-such-program")]
    [InlineData("false")]
    public async Task Program_that_does_not_work_is_a_failure_of_input_and_output(string program)
    {
        using var process = new EmbeddingProcess([program], Idle, new FakeTimeProvider());

        await Assert.ThrowsAnyAsync<IOException>(() => process.GenerateAsync(["Storm"], cancellationToken: Ct));
    }

    internal static EmbeddingProcess Start(TimeProvider clock) =>
        new(EmbeddingProgram.For(Path.Combine(Checkout.Program, "models", MiniLm.Name), Checkout.Program), Idle, clock);
}
