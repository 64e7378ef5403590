namespace Benchmarks.Peers;

/// <summary>From the dispatch of an interaction to its callback, one at a time.</summary>
sealed class OneAtATimeRow : IPeerRow
{
    public string Name => "one-at-a-time";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var runs = (await bench.AnswersAsync(ct)).OneAtATime;
        var (ours, peer) = (Medians.Of(runs.Select(run => run.Bot)), Medians.Of(runs.Select(run => run.DiscordJs)));
        return
        [
            PeerFigure.OfRatio(
                $"Dispatch to callback, one at a time: `/latest count:5`, {bench.Files:N0} articles, p50", Units.Milliseconds(ours),
                $"discord.js, a constant: {Units.Milliseconds(peer)}", ours / peer, Target.AtMost(0.9)),
        ];
    }
}

/// <summary>The same 50 at a time, the bot alone on one core.</summary>
sealed class FiftyAtATimeRow : IPeerRow
{
    public string Name => "fifty-at-a-time";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var runs = await bench.AnswersAsync(ct);
        var (ours, peer, ceiling) = (PerSecond(runs.Bot), PerSecond(runs.DiscordJs), PerSecond(runs.Null));
        return
        [
            PeerFigure.OfRatio(
                "The same 50 at a time, the bot on a core of its own", $"{ours:N0} a second",
                $"discord.js: {peer:N0} a second; a client that does nothing: {ceiling:N0}", ours / peer, Target.AtLeast(1.5)),
        ];
    }

    static double PerSecond(IEnumerable<AnswerRun> runs) => Medians.Of(runs.Select(run => run.PerSecond));
}

/// <summary>The processor time of all those answers and of the start.</summary>
sealed class ProcessorTimeRow : IPeerRow
{
    public string Name => "processor-time";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var runs = await bench.AnswersAsync(ct);
        var (ours, peer) = (Processor(runs.Bot), Processor(runs.DiscordJs));
        return
        [
            PeerFigure.OfRatio(
                $"Processor time of {AnswerRuns.Answers:N0} such answers, with the start", Units.Seconds(ours),
                $"discord.js: {Units.Seconds(peer)}", ours / peer, Target.AtMost(0.5)),
        ];
    }

    static TimeSpan Processor(IEnumerable<AnswerRun> runs) => Medians.Of(runs.Select(run => run.Processor));
}

/// <summary>Memory before and after all those answers.</summary>
sealed class MemoryRow : IPeerRow
{
    const int Mebibyte = 1 << 20;

    public string Name => "memory";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var runs = await bench.AnswersAsync(ct);
        return
        [
            Figure($"Memory at rest, {bench.Files:N0} articles", runs, run => run.AtRest, "discord.js, none", Target.AtMost(45, " MiB")),
            Figure($"Memory after {AnswerRuns.Answers:N0} answers", runs, run => run.After, "discord.js", Target.AtMost(70, " MiB")),
        ];
    }

    static PeerFigure Figure(string work, AnswerRuns runs, Func<AnswerRun, long> memory, string peer, Target target)
    {
        var ours = Medians.Of(runs.Bot.Select(run => (double)memory(run)));
        var theirs = Medians.Of(runs.DiscordJs.Select(run => (double)memory(run)));
        return new(work, Units.Mebibytes(ours), $"{peer}: {Units.Mebibytes(theirs)}", ours / Mebibyte, target) { Ratio = ours / theirs };
    }
}
