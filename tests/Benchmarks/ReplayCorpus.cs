using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>One step of the replay: files to write at once.</summary>
sealed record ReplayCommit(IReadOnlyList<(string Path, string Text)> Files);

/// <summary>
/// Two months of a real newsroom's commits, in several rounds: a later round has the same new articles with other links, a year earlier
/// each time. That newsroom changed nothing that readers see, so some articles are corrected, held back, released again, made popular,
/// taken up by another outlet, or joined with another story by an article that lists both.
/// </summary>
static partial class ReplayCorpus
{
    const string Replay = "replay-2021-10-to-11.jsonl";
    const string Newsroom = "powerapps-2021-10-01/_news";

    public static IEnumerable<(string Path, string Text)> Start(string corpus) =>
        Directory.GetFiles(Path.Combine(corpus, Newsroom), "*.md").Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    public static IReadOnlyList<ReplayCommit> Commits(string corpus, int rounds)
    {
        var old = Start(corpus).Where(file => IsPublished(file.Text)).Select(file => file.Path).ToHashSet();
        var real = File.ReadLines(Path.Combine(corpus, Replay)).Select(Read).ToList();
        return [.. Enumerable.Range(0, rounds).SelectMany(round => Changed(real, old, round))];
    }

    static IReadOnlyList<(string Path, string Text)> Read(string line)
    {
        using var commit = JsonDocument.Parse(line);
        return
        [
            .. commit.RootElement.GetProperty("changes").EnumerateArray()
                .Select(change => (Path.GetFileName(change.GetProperty("path").GetString()!), change.GetProperty("text").GetString()!)),
        ];
    }

    static IEnumerable<ReplayCommit> Changed(IReadOnlyList<IReadOnlyList<(string Path, string Text)>> real, HashSet<string> old, int round)
    {
        var news = new List<NewArticle>();
        foreach (var (number, commit) in real.Index())
        {
            var files = new List<(string, string)>();
            foreach (var (path, text) in commit)
            {
                var isOld = old.Contains(path) || !IsPublished(text);
                if (isOld && round > 0)
                    continue;
                var (name, own) = (round == 0 ? path : $"{round}-{path}", InRound(text, round));
                var known = isOld ? null : news.Find(one => one.Path == name);
                if (!isOld && known is null)
                    news.Add(known = new(name, news.Count, number));
                files.Add((name, known?.At(number, own) ?? own));
            }

            foreach (var one in news.Where(one => files.TrueForAll(file => file.Item1 != one.Path)))
            {
                if (one.ChangeAt(number) is { } text)
                    files.Add((one.Path, text));
            }

            foreach (var one in news)
                files.AddRange(one.FollowUpsAt(number, one.Number > 0 ? news[one.Number - 1] : null));
            if (files.Count > 0)
                yield return new(files);
        }
    }

    static string InRound(string text, int round)
    {
        if (round == 0)
            return text;
        text = Host().Replace(text, match => $"{match.Value}round-{round.ToString(CultureInfo.InvariantCulture)}/");
        return Year().Replace(
            text, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) - round).ToString(CultureInfo.InvariantCulture));
    }

    static bool IsPublished(string text) => !text.Contains("\npublished: false", StringComparison.Ordinal);

    [GeneratedRegex("""(?<=^(?:web|original|ampWeb|cdnAmpWeb)Url: "?)https?://[^/"]+/""", RegexOptions.Multiline)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<=^publishedDateTime: )\d{4}", RegexOptions.Multiline)]
    private static partial Regex Year();

    /// <summary>What happens to an article after the commit that published it, counted in commits since then.</summary>
    sealed partial class NewArticle(string path, int number, int first)
    {
        string text = "";

        public string Path => path;

        public int Number => number;

        string Link => ReplayArticle.Parse(text).Link;

        string Date => Published().Match(text).Value;

        public string At(int commit, string given)
        {
            text = given;
            var since = commit - first;
            if (number % 3 == 0 && since >= 1)
                given = given.Replace("title: \"", "title: \"Corrected: ", StringComparison.Ordinal);
            if (number % 10 == 7 && since is >= 2 and < 6)
                given = given.Replace("\npublished: true", "\npublished: false", StringComparison.Ordinal);
            if (number % 20 == 17 && since >= 6)
                given = given.Replace("\npublished: true", "\npublished: false", StringComparison.Ordinal);
            if (number % 5 == 3 && since >= 8)
                given = Heat().Replace(given, "heat: 150");
            return given;
        }

        public string? ChangeAt(int commit) => commit - first is 1 or 2 or 6 or 8 ? At(commit, text) : null;

        public IEnumerable<(string, string)> FollowUpsAt(int commit, NewArticle? previous)
        {
            if (commit - first == 3 && number % 4 == 1)
                yield return ($"{path[..^3]}-taken-up.md", FollowUp("taken-up", number % 8 == 1 ? 200 : 20, Link));
            if (commit - first == 4 && number % 8 == 6 && previous is not null)
                yield return ($"{path[..^3]}-both.md", FollowUp("both", number % 16 == 6 ? 201 : 21, Link, previous.Link));
        }

        string FollowUp(string name, int quality, params string[] links) => $"""
            ---
            title: "The {name} report on {path[..^3].Replace('-', ' ')}"
            excerpt: "What {name} writes."
            publishedDateTime: {Date}
            webUrl: https://{name}.example/{path[..^3]}
            quality: {quality.ToString(CultureInfo.InvariantCulture)}
            heat: -1
            provider:
              name: The {name}
              domain: {name}.example
            related:
            {string.Join('\n', links.Select(link => $"  - title: See more\n    webUrl: \"{link}\""))}
            ---

            """;

        [GeneratedRegex("(?<=^publishedDateTime: ).*$", RegexOptions.Multiline)]
        private static partial Regex Published();

        [GeneratedRegex("^heat: .*$", RegexOptions.Multiline)]
        private static partial Regex Heat();
    }
}
