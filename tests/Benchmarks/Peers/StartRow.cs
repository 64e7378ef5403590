using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Peers;

/// <summary>
/// From the start of the program until it is connected and knows that its commands are registered, which is the last that it does at a
/// start. Nothing has changed since it was stopped.
/// </summary>
sealed class StartRow : IPeerRow
{
    const int Articles = 10_000;
    const double Most = 0.3;

    public string Name => "start";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        using var desk = SeedDesk.OfSeed(Articles);
        await desk.ImportAsync(bench.Bot, ct);
        await using var stage = await Stage.OpenAsync(ct);
        await using (bench.StartBot(stage.Address, desk.Folder, desk.Database))
            await stage.UntilRegisteredAsync(ct);
        var times = new List<TimeSpan>();
        for (var round = 0; round < bench.Rounds; round++)
        {
            await using var happened = await Happened.WatchAsync(stage, ct);
            var started = Stopwatch.GetTimestamp();
            await using var bot = bench.StartBot(stage.Address, desk.Folder, desk.Database);
            times.Add(Stopwatch.GetElapsedTime(started, await happened.NextAsync("api_call", IsForCommands, ct)));
        }

        var took = Medians.Of(times);
        var work = $"Start to ready, {Articles:N0} unchanged articles";
        return [new(work, Units.Milliseconds(took), "", took.TotalSeconds, Target.AtMost(Most, " s"))];
    }

    static bool IsForCommands(JsonElement call) => call.GetProperty("route").GetString() == "/applications/{application}/commands";
}
