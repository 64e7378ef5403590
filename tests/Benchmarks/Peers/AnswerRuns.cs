namespace Benchmarks.Peers;

/// <summary>What a bot needed for <see cref="AnswerRuns.Answers"/> answers on one core.</summary>
/// <param name="PerSecond">Answers a second, 50 at a time.</param>
/// <param name="Processor">Since its start.</param>
/// <param name="AtRest">Bytes of memory before the first answer.</param>
/// <param name="After">Bytes of memory after the last.</param>
readonly record struct AnswerRun(double PerSecond, TimeSpan Processor, long AtRest, long After);

/// <summary>
/// Answers to <c>/latest count:5</c>: the bot's over an archive, discord.js's with a constant of the same JSON, and those of a client that
/// does nothing else, which show how many the local Discord can take.
/// </summary>
sealed record AnswerRuns(IReadOnlyList<AnswerRun> Bot, IReadOnlyList<AnswerRun> DiscordJs, IReadOnlyList<AnswerRun> Null)
{
    public const int Answers = 3200;
    const int WarmUp = 200;
    const int AtOnce = 50;
    const int OneByOne = 1000;

    /// <summary>After it, nothing of the start is left to do.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);

    /// <summary>Starts a bot for a local Discord at an address, on a core of its own.</summary>
    delegate MeasuredProcess Starter(Uri discord, int? core);

    /// <summary>Milliseconds of the median answer, one at a time, in each round.</summary>
    public required IReadOnlyList<(double Bot, double DiscordJs)> OneAtATime { get; init; }

    public static async Task<AnswerRuns> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var archive = await bench.ArchiveAsync(ct);
        var constant = await ConstantAnswer.RecordAsync(bench, ct);
        string[] files = [constant.CommandsFile, constant.AnswerFile];
        MeasuredProcess Bot(Uri discord, int? core) => bench.StartBot(discord, archive.Folder, archive.Database, core);
        MeasuredProcess DiscordJs(Uri discord, int? core) => PeerBench.StartDiscordJs("answer.js", discord, files, core);
        MeasuredProcess Null(Uri discord, int? core) => NullClient.Start(discord, files, core);

        var (bots, peers, ceilings) = (new List<AnswerRun>(), new List<AnswerRun>(), new List<AnswerRun>());
        var single = new List<(double, double)>();
        for (var round = 0; round < bench.Rounds; round++)
        {
            bots.Add(await RunAsync(Bot, ct));
            peers.Add(await RunAsync(DiscordJs, ct));
            ceilings.Add(await RunAsync(Null, ct));
            single.Add((await SingleAsync(Bot, ct), await SingleAsync(DiscordJs, ct)));
        }

        return new(bots, peers, ceilings) { OneAtATime = single };
    }

    static async Task<AnswerRun> RunAsync(Starter start, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(ct);
        using var pinned = await Cores.LeaveOneAsync(stage.ProcessId, ct);
        await using var bot = start(stage.Address, Cores.Bot);
        await stage.UntilRegisteredAsync(ct);
        await Task.Delay(Rest, ct);
        var atRest = bot.Memory;
        await stage.AskAsync(WarmUp, AtOnce, ct);
        var took = await stage.AskAsync(Answers - WarmUp, AtOnce, ct);
        return new((Answers - WarmUp) / took.TotalSeconds, bot.Processor, atRest, bot.Memory);
    }

    static async Task<double> SingleAsync(Starter start, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(ct);
        await using var bot = start(stage.Address, core: null);
        await stage.UntilRegisteredAsync(ct);
        await stage.AskAsync(WarmUp, AtOnce, ct);
        var times = new List<double>();
        for (var asked = 0; asked < OneByOne; asked++)
            times.Add(await stage.AskAsync(ct));
        return Medians.Of(times);
    }
}
