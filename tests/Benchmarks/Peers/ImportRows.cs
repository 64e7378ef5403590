using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Peers;

/// <summary>The first import of files with seven related articles each, beside other programs that read the same files.</summary>
sealed class SeedImportRow : IPeerRow
{
    public string Name => "seed-import";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        using var desk = SeedDesk.OfSeed(bench.Files);
        var parser = await Imports.BesideGrayMatterAsync(bench, desk, ct);
        var site = await HugoAsync(desk.Folder, ct);
        var work = $"First import of {bench.Files:N0} files with 7 related articles each";
        return
        [
            parser.Figure(work, Target.AtMost(1)),
            PeerFigure.OfRatio(
                work, parser.Words, $"`hugo list all`: {Imports.Words(site.Took, site.Processor, site.Memory)}",
                parser.Ours / site.Took, Target.AtMost(1)),
        ];
    }

    static async Task<FinishedProcess> HugoAsync(string content, CancellationToken ct)
    {
        var hugo = Tools.Find("hugo");
        var site = Directory.CreateTempSubdirectory("news-site-");
        try
        {
            var settings = $"baseURL = 'https://example.org/'\ncontentDir = '{content}'\n";
            await File.WriteAllTextAsync(Path.Combine(site.FullName, "config.toml"), settings, ct);
            var start = new ProcessStartInfo(hugo, ["list", "all"])
            {
                WorkingDirectory = site.FullName,
                Environment = { ["HUGO_ENVIRONMENT"] = "production" },
            };
            return await FinishedProcess.RunAsync(start, ct);
        }
        finally
        {
            site.Delete(recursive: true);
        }
    }
}

/// <summary>The first import of small files.</summary>
sealed class SmallImportRow : IPeerRow
{
    public string Name => "small-import";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        using var desk = SeedDesk.OfSmallFiles(bench.Files);
        var beside = await Imports.BesideGrayMatterAsync(bench, desk, ct);
        return [beside.Figure($"First import of {bench.Files:N0} small files", Target.AtMost(2))];
    }
}

/// <summary>The bot's first import, and gray-matter's parse alone, without reading the files.</summary>
/// <param name="Words">All of the bot's figures.</param>
readonly record struct BesideGrayMatter(TimeSpan Ours, string Words, TimeSpan Parsing, long PeerMemory)
{
    public PeerFigure Figure(string work, Target target) => PeerFigure.OfRatio(
        work, Words, $"gray-matter, parsing alone: {Units.Seconds(Parsing)}, {Units.Mebibytes(PeerMemory)}", Ours / Parsing, target);
}

static class Imports
{
    const int MostRounds = 3;

    public static async Task<BesideGrayMatter> BesideGrayMatterAsync(PeerBench bench, SeedDesk desk, CancellationToken ct)
    {
        var (ours, peers) = (new List<FinishedProcess>(), new List<(TimeSpan Parsing, long Memory)>());
        for (var round = 0; round < Math.Min(bench.Rounds, MostRounds); round++)
        {
            ours.Add(await desk.ImportAsync(bench.Bot, ct));
            peers.Add(await GrayMatterAsync(desk.Folder, ct));
        }

        var took = Medians.Of(ours.Select(run => run.Took));
        return new(
            took, Words(took, Medians.Of(ours.Select(run => run.Processor)), ours.Max(run => run.Memory)),
            Medians.Of(peers.Select(run => run.Parsing)), peers.Max(run => run.Memory));
    }

    public static string Words(TimeSpan took, TimeSpan processor, long memory) =>
        $"{Units.Seconds(took)} ({Units.Seconds(processor)} of processor time), {Units.Mebibytes(memory)}";

    static async Task<(TimeSpan Parsing, long Memory)> GrayMatterAsync(string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Tools.Find("node"), [Tools.Script("gray-matter", "parse.js"), folder])
        {
            Environment = { ["NODE_ENV"] = "production" },
        };
        var parsed = await FinishedProcess.RunAsync(start, ct);
        using var output = JsonDocument.Parse(parsed.Output);
        return (TimeSpan.FromMilliseconds(output.RootElement.GetProperty("parsing").GetDouble()), parsed.Memory);
    }
}
