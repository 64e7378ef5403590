using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>
/// Runs a bot, whose program is named by its path, through two months of a real newsroom, and writes down everything that its
/// members see. Two builds with the same behavior write the same, except for words that were changed on purpose.
/// </summary>
static partial class TranscriptBenchmark
{
    const string Replay = "replay-2021-10-to-11.jsonl";
    const string Newsroom = "powerapps-2021-10-01";

    static readonly Option<FileInfo> Bot = new("--bot") { Description = "The program: a Bot.dll, or an executable", Required = true };
    static readonly Option<FileInfo> Out = new("--out") { Description = "The file for the transcript", Required = true };
    static readonly Option<DirectoryInfo?> Corpus = new("--corpus")
    {
        Description = "The real articles (otherwise shared/corpus, in a folder above)",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("transcript", "Writes down everything that members see of a bot in two real months") { Bot, Out, Corpus };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Bot)!.FullName,
            parsed.GetValue(Out)!.FullName,
            parsed.GetValue(Corpus)?.FullName ?? Find(Directory.GetCurrentDirectory()),
            ct));
        return command;
    }

    static async Task<int> RunAsync(string bot, string file, string corpus, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var published = new HashSet<string>();
        await using var desk = await TranscriptDesk.OpenAsync(bot, folder => Begin(corpus, folder, published), ct);
        var transcript = new Transcript(DateTimeOffset.UtcNow);
        var people = new TranscriptPeople(desk, transcript);
        await people.MeetAsync(ct);
        await people.ReadAsync(ct);
        await people.ChooseChannelsAsync(ct);

        var settled = 0;
        foreach (var line in File.ReadLines(Path.Combine(corpus, Replay)))
        {
            using var commit = JsonDocument.Parse(line);
            if (!Apply(commit.RootElement.GetProperty("changes"), desk, published))
                continue;
            await desk.SettleAsync(ct);
            if (++settled == 5)
                await people.FollowAsync(ct);
        }

        await desk.SettleAsync(ct);
        await people.WaitForDigestAsync(ct);
        await new TranscriptChanges(desk, people).RunAsync(ct);
        await people.ReadAsync(ct);
        await people.LookAfterChannelsAsync(ct);
        await people.LookAtAllAsync(ct);
        await File.WriteAllTextAsync(file, transcript.ToString(), ct);
        Console.WriteLine($"Wrote {file} in {clock.Elapsed.TotalSeconds:0} s");
        return 0;
    }

    static void Begin(string corpus, string folder, HashSet<string> published)
    {
        Copy(Path.Combine(corpus, Newsroom, "_data", "topics"), Path.Combine(folder, "topics"));
        Copy(Path.Combine(corpus, Newsroom, "_data", "organizations"), Path.Combine(folder, "providers"));
        Copy(Path.Combine(corpus, Newsroom, "_news"), folder);
        foreach (var file in Directory.GetFiles(folder, "*.md").Where(file => IsPublished(File.ReadAllText(file))))
            published.Add(Path.GetFileName(file));
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Most commits change only scores, which nobody sees, so there is no need to wait for each.</summary>
    /// <returns>Whether an article is visible that was not visible before.</returns>
    static bool Apply(JsonElement changes, TranscriptDesk desk, HashSet<string> published)
    {
        var hasNew = false;
        foreach (var change in changes.EnumerateArray())
        {
            var (name, text) = (Path.GetFileName(change.GetProperty("path").GetString()!), change.GetProperty("text").GetString());
            desk.Write(name, text);
            hasNew |= text is not null && IsPublished(text) && published.Add(name);
        }

        return hasNew;
    }

    static bool IsPublished(string text) => !HeldBack().IsMatch(text);

    /// <summary>Where the real articles are, from a folder upward.</summary>
    public static string Find(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (Path.Combine(above.FullName, "shared", "corpus") is var corpus && Directory.Exists(corpus))
                return corpus;
        }

        throw new DirectoryNotFoundException("There is no shared/corpus in a folder above this one. Name it with --corpus.");
    }

    [GeneratedRegex("^published: *false", RegexOptions.Multiline)]
    private static partial Regex HeldBack();
}
