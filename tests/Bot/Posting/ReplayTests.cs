using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>
/// Two months of a real newsroom's commits, one every ten minutes, posted to three channels of different rules, and counted
/// once more from the text of the files alone.
/// </summary>
public partial class ReplayTests
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2021-12-01T09:05:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_new_story_is_in_each_channel_that_its_rules_let_it_through_to_once_and_edited_only_where_readers_see_it()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock, editEvery: TimeSpan.FromSeconds(1));
        var recount = new Recount();
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news")))
        {
            var text = await File.ReadAllTextAsync(file, Ct);
            await File.WriteAllTextAsync(Path.Combine(desk.ContentFolder, Path.GetFileName(file)), text, Ct);
            recount.Begin(Path.GetFileName(file), text);
        }

        await desk.ImportAsync();
        // The recount doesn't know how old articles are, or how many come at once.
        var all = new ChannelRules { MaxAge = TimeSpan.FromDays(36_500), FloodLimit = 0 };
        await AddAsync(desk, Seed.NewsChannelId, all);
        await AddAsync(desk, Seed.GeneralChannelId,
            all with { Words = [Word("Dataverse"), Word("Teams")], MostPerHour = 1, LeastQuality = 50 });
        await AddAsync(desk, Seed.AnnouncementsChannelId,
            all with { NotWords = [Word("Dataverse")], Types = ["article"], Mode = PostingMode.Daily, DigestAt = new(9, 0) });
        clock.Advance(TimeSpan.FromSeconds(1));

        var (edits, corrections) = (new EditCount(), new Corrections());
        foreach (var line in File.ReadLines(Checkout.Corpus("replay-2021-10-to-11.jsonl")))
        {
            using var commit = JsonDocument.Parse(line);
            await UntilAsync(desk, clock.GetUtcNow().AddMinutes(10), edits);
            var changes = commit.RootElement.GetProperty("changes").EnumerateArray()
                .Select(change => (Path.GetFileName(change.GetProperty("path").GetString()!), change.GetProperty("text").GetString()!));
            foreach (var (path, text) in corrections.Of([.. changes]))
            {
                await File.WriteAllTextAsync(Path.Combine(desk.ContentFolder, path), text, Ct);
                recount.Change(path, text, clock.GetUtcNow());
            }

            await desk.ImportAsync();
            await SettleAsync(desk);
            edits.Look(await desk.MessagesAsync("news"));
        }

        await UntilAsync(desk, clock.GetUtcNow().AddDays(2), edits);

        AssertSame(recount.Posted, (await desk.PostsAsync("news")).Select(Plain));
        AssertSame(recount.PostedOnDataverse, (await desk.PostsAsync("general")).Select(Plain));
        var digests = await desk.MessagesAsync("announcements");
        AssertSame(recount.PostedInDigests, digests.SelectMany(Headlines));
        Assert.Equal(recount.Edits, edits.Count);
        Approved.Text(await TableAsync(desk, digests.Count, edits.Count), "replay.txt");
    }

    /// <summary>Once each, and nothing else.</summary>
    static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (should, are) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Order(StringComparer.Ordinal).ToList());
        Assert.Empty(should.Except(are));
        Assert.Empty(are.Except(should));
        Assert.Equal(should, are);
    }

    static WordPattern Word(string text) => WordPattern.Parse(text, out _)!;

    static Task<int> AddAsync(DeskOnLocalDiscord desk, string channel, ChannelRules rules) =>
        desk.Get<ChannelAdministration>()
            .SaveAsync(new() { Channel = channel, Guild = Seed.GuildId, Latest = 0, Rules = rules }, by: null, Ct);

    /// <summary>Lets time pass, stopping wherever something is due.</summary>
    async Task UntilAsync(DeskOnLocalDiscord desk, DateTimeOffset time, EditCount edits)
    {
        while (await desk.Get<DeliveryStore>().NextDueAsync(clock.GetUtcNow(), Ct) is { } due && due < time)
        {
            clock.SetUtcNow(due > clock.GetUtcNow() ? due : clock.GetUtcNow());
            await SettleAsync(desk);
            edits.Look(await desk.MessagesAsync("news"));
        }

        if (time > clock.GetUtcNow())
            clock.SetUtcNow(time);
    }

    static async Task SettleAsync(DeskOnLocalDiscord desk)
    {
        while (await desk.Get<DeliveryStore>().ChannelsDueAsync(Ct) is [_, ..] due)
        {
            foreach (var channel in due)
                await desk.Get<MessageSender>().SendDueAsync(channel, Ct);
        }
    }

    /// <summary>What a reader reads, without what keeps it from being read as Markdown.</summary>
    static string Plain(string markdown) => Escaped().Replace(markdown.Replace("\u200b", "", StringComparison.Ordinal), "$1").Trim('~');

    static IEnumerable<string> Headlines(JsonElement digest) =>
        Posted.All(digest).First(Posted.IsMenu).GetProperty("options").EnumerateArray()
            .Select(option => Begin(option.GetProperty("label").GetString()!));

    /// <summary>A menu has room for a hundred characters.</summary>
    static string Begin(string title) => title.Length <= 80 ? title : title[..80];

    /// <summary>What became of every story in every channel, for people to read.</summary>
    static async Task<string> TableAsync(DeskOnLocalDiscord desk, int digests, int edits)
    {
        var table = new StringBuilder();
        foreach (var (channel, name) in new[] { (Seed.NewsChannelId, "news"), (Seed.GeneralChannelId, "general"),
            (Seed.AnnouncementsChannelId, "announcements") })
        {
            var history = (await desk.Get<DeliveryHistory>().HistoryAsync(channel, skip: 0, take: 1000, Ct))
                .Where(one => one.Kind is DeliveryKind.Story).ToList();
            table.AppendLine(CultureInfo.InvariantCulture, $"#{name}: {history.Count} stories");
            foreach (var same in history.GroupBy(one =>
                (State: one.State.ToString().ToLowerInvariant(), WasHeld: one.HeldUntil is not null)).OrderBy(same => same.Key))
                table.AppendLine(CultureInfo.InvariantCulture,
                    $"  {same.Count()} {same.Key.State}{(same.Key.WasHeld ? " after being held" : "")}");
            foreach (var reason in history.Where(one => one.Reason is not null).GroupBy(one =>
                Numbers().Replace(one.Reason!, "N")).OrderBy(same => same.Key, StringComparer.Ordinal))
                table.AppendLine(CultureInfo.InvariantCulture, $"    {reason.Count()} × {reason.Key}");
        }

        return table.AppendLine(CultureInfo.InvariantCulture, $"{edits} edits in #news, {digests} digests in #announcements").ToString();
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    /// <summary>
    /// That newsroom never changed what its readers see of an article. Here, a third of what is new is corrected with the next
    /// commit, and a tenth is held back again with the one after that.
    /// </summary>
    sealed class Corrections
    {
        readonly Dictionary<string, (int Number, int Commit, string Text)> news = [];
        int commits;

        public IEnumerable<(string Path, string Text)> Of(IReadOnlyList<(string Path, string Text)> changes)
        {
            commits++;
            foreach (var (path, text) in changes)
            {
                news[path] = news.TryGetValue(path, out var known) ? known with { Text = text } : (news.Count, commits, text);
                yield return (path, Corrected(news[path]));
            }

            foreach (var (path, known) in news.Where(one => commits - one.Value.Commit is 1 or 2
                && changes.All(change => change.Path != one.Key)))
                yield return (path, Corrected(known));
        }

        string Corrected((int Number, int Commit, string Text) known) => (known.Number % 30, commits - known.Commit) switch
        {
            (7 or 17 or 27, >= 2) => known.Text.Replace("\npublished: true", "\npublished: false", StringComparison.Ordinal),
            (var number, >= 1) when number % 3 == 0 => known.Text.Replace("title: \"", "title: \"Corrected: ", StringComparison.Ordinal),
            _ => known.Text,
        };
    }

    /// <summary>How often messages were edited, by their time of editing.</summary>
    sealed class EditCount
    {
        readonly Dictionary<string, string?> edited = [];

        public int Count { get; private set; }

        public void Look(IReadOnlyList<JsonElement> messages)
        {
            foreach (var message in messages)
            {
                var (id, at) = (message.GetProperty("id").GetString()!, message.GetProperty("edited_timestamp").GetString());
                if (at is not null && edited.GetValueOrDefault(id) != at)
                    Count++;
                edited[id] = at;
            }
        }
    }

    /// <summary>Decides by the text of the files alone, line by line.</summary>
    sealed partial class Recount
    {
        static readonly TimeSpan LivesFor = TimeSpan.FromDays(3);

        readonly Dictionary<string, string> files = [];
        readonly Dictionary<string, DateTimeOffset> seen = [];
        readonly Dictionary<string, DateTimeOffset> posted = [];
        readonly HashSet<string> onDataverse = [];
        readonly HashSet<string> inDigests = [];

        public IEnumerable<string> Posted => posted.Keys.Select(path => Title(files[path]));

        public IEnumerable<string> PostedOnDataverse => onDataverse.Select(path => Title(files[path]));

        public IEnumerable<string> PostedInDigests => inDigests.Select(path => ReplayTests.Begin(Title(files[path])));

        public int Edits { get; private set; }

        public void Begin(string path, string text)
        {
            files[path] = text;
            if (IsPublished(text))
                seen[path] = DateTimeOffset.MinValue;
        }

        public void Change(string path, string? text, DateTimeOffset now)
        {
            var (before, after) = (files.GetValueOrDefault(path, ""), text ?? "");
            files[path] = after.Length == 0 ? before : after;
            var isNew = IsPublished(after) && seen.TryAdd(path, now);
            if (isNew)
                posted[path] = now;
            else if (IsPublished(before) != IsPublished(after) || Shown(before) != Shown(after))
                Edits += posted.TryGetValue(path, out var sent) && (now - sent < LivesFor || !IsPublished(after)) ? 1 : 0;
            else
                return;

            // Held back again before its digest came, it is never posted there.
            if (!IsPublished(after))
            {
                if (posted.TryGetValue(path, out var at) && now.UtcDateTime < at.UtcDateTime.AddHours(-9).Date.AddHours(24 + 9))
                    inDigests.Remove(path);
                return;
            }

            if (now - seen[path] > TimeSpan.FromDays(2))
                return;
            var words = Title(after) + "\n" + Decoded(Line(after, "excerpt"));
            var (isOnDataverse, isOnTeams) = (Words("dataverse").IsMatch(words), Words("teams").IsMatch(words));
            if ((isOnDataverse || isOnTeams) && int.TryParse(Line(after, "quality"), CultureInfo.InvariantCulture, out var quality)
                && quality >= 50)
                onDataverse.Add(path);
            if (!isOnDataverse && Line(after, "type") is "article")
                inDigests.Add(path);
        }

        static bool IsPublished(string text) => text.Length > 0 && !text.Contains("\npublished: false", StringComparison.Ordinal);

        static string Shown(string text) => string.Join('\n', text.Split('\n')
            .Select(line => line.TrimEnd())
            .Where(line => line.Length > 0 && !line.StartsWith("heat:") && !line.StartsWith("secured:")
                && !line.TrimStart().StartsWith("quality:") && !line.Contains("isCached:")));

        static string Title(string text) => Decoded(Line(text, "title"));

        static string Line(string text, string field) =>
            text.Split('\n').FirstOrDefault(line =>
                line.StartsWith(field + ":", StringComparison.Ordinal))?[(field.Length + 1)..].Trim() ?? "";

        static string Decoded(string line) =>
            Spaces().Replace(WebUtility.HtmlDecode(line.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal)), " ").Trim();

        static Regex Words(string word) => new($@"\b{word}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();
    }
}
