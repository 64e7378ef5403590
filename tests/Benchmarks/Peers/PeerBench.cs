using System.Diagnostics;
using LocalDiscord;

namespace Benchmarks.Peers;

/// <summary>What the rows share: the programs, and what takes long to prepare.</summary>
/// <param name="bot">The full path of the published bot.</param>
/// <param name="files">How many articles the archive has.</param>
/// <param name="rounds">How often each program is measured, in turn.</param>
sealed class PeerBench(string bot, int files, int rounds) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-peers-");
    SeedDesk? archive;
    AnswerRuns? answers;

    public string Bot => bot;

    public int Files => files;

    public int Rounds => rounds;

    /// <summary>A path for a file that goes with the bench.</summary>
    public string FileName(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Articles that the bot has imported.</summary>
    public async Task<SeedDesk> ArchiveAsync(CancellationToken ct)
    {
        if (archive is not null)
            return archive;
        archive = SeedDesk.OfSeed(files);
        await archive.ImportAsync(bot, ct);
        return archive;
    }

    /// <summary>Answers of the bot and of its peers, which several rows are about.</summary>
    public async Task<AnswerRuns> AnswersAsync(CancellationToken ct) => answers ??= await AnswerRuns.MeasureAsync(this, ct);

    /// <summary>Starts the bot.</summary>
    /// <param name="settings">Settings, named as in the environment.</param>
    public MeasuredProcess StartBot(
        Uri discord, string content, string database, int? core = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(bot, ["run", "--content", content, "--database", database])
        {
            WorkingDirectory = folder.FullName,
            Environment =
            {
                ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
                ["DISCORD__APIBASE"] = new Uri(discord, "api/v10").AbsoluteUri,
                // The model would read the archive meanwhile; no peer has one.
                ["ANSWERS__MEANING"] = "off",
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return MeasuredProcess.Start(start, core);
    }

    /// <summary>Starts a bot that is written with discord.js.</summary>
    /// <exception cref="MissingToolException">Node or discord.js is not installed.</exception>
    public static MeasuredProcess StartDiscordJs(string script, Uri discord, IReadOnlyList<string> arguments, int? core = null)
    {
        var api = new Uri(discord, "api").AbsoluteUri;
        var start = new ProcessStartInfo(Tools.Find("node"), [Tools.Script("discord.js", script), api, .. arguments])
        {
            Environment = { ["NODE_ENV"] = "production" },
        };
        return MeasuredProcess.Start(start, core);
    }

    public void Dispose()
    {
        archive?.Dispose();
        folder.Delete(recursive: true);
    }
}
