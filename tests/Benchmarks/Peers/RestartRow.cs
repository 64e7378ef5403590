using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Benchmarks.Peers;

/// <summary>The import of a folder in which nothing has changed, as after each start, beside a bare walk through it.</summary>
sealed partial class RestartRow : IPeerRow
{
    const int Many = 100_000;

    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public string Name => "restart";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var few = await MeasureAsync(bench, await bench.ArchiveAsync(ct), bench.Files, ct);
        using var large = SeedDesk.OfSmallFiles(Many);
        await large.ImportAsync(bench.Bot, ct);
        return [few, await MeasureAsync(bench, large, Many, ct)];
    }

    static async Task<PeerFigure> MeasureAsync(PeerBench bench, SeedDesk desk, int files, CancellationToken ct)
    {
        var (imports, walks) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            imports.Add(await ImportAsync(bench, desk, ct));
            var clock = Stopwatch.StartNew();
            desk.Walk();
            walks.Add(clock.Elapsed);
        }

        var (ours, walk) = (Medians.Of(imports), Medians.Of(walks));
        return PeerFigure.OfRatio(
            $"Import at a start, {files:N0} unchanged files", Units.Milliseconds(ours),
            $"a bare walk: {Units.Milliseconds(walk)}", ours / walk, Target.AtMost(1.5));
    }

    /// <summary>Starts the bot, and asks its metrics how long the first import took.</summary>
    static async Task<TimeSpan> ImportAsync(PeerBench bench, SeedDesk desk, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(ct);
        var health = $"http://127.0.0.1:{FreePort()}";
        await using var bot = bench.StartBot(
            stage.Address, desk.Folder, desk.Database, core: null, new Dictionary<string, string> { ["HEALTH__LISTEN"] = health });
        await stage.UntilRegisteredAsync(ct);
        var text = "";
        while (!Imports().IsMatch(text))
        {
            await Task.Delay(Between, ct);
            text = await stage.People.GetStringAsync(new Uri($"{health}/metrics"), ct);
        }

        return TimeSpan.FromSeconds(Number(Seconds(), text) / Number(Imports(), text));
    }

    static double Number(Regex pattern, string text) =>
        double.Parse(pattern.Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("""^newsdesk_imports_total\{[^}]*outcome="unchanged"[^}]*\} ([1-9]\d*)""", RegexOptions.Multiline)]
    private static partial Regex Imports();

    [GeneratedRegex(@"^newsdesk_import_time_seconds_total(?:\{[^}]*\})? (\S+)", RegexOptions.Multiline)]
    private static partial Regex Seconds();
}
