using System.Globalization;
using System.Text.Json;
using Bot.Posting;
using CsCheck;
using Desk.Channels;
using Desk.Outbox;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>Whatever moderators, clocks and crashes do: a channel gets each story at most once, and once if it should.</summary>
public class AnyHistoryTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly ChannelRules Patient = new()
    {
        TooOldAfter = TimeSpan.FromDays(30),
        MaxAge = TimeSpan.FromDays(36_500),
        FloodLimit = 0,
    };

    /// <summary>Rules that make a story wait, none that stops one.</summary>
    static readonly Gen<ChannelRules> Waits = Gen.Select(
        Gen.Enum<PostingMode>(), Gen.Int[0, 23], Gen.Int[0, 23], Gen.Int[1, 3], Gen.Int[0, 90], Gen.Bool, Gen.Bool,
        (mode, from, to, most, minutes, isQuiet, isLimited) => Patient with
        {
            Mode = mode,
            DigestAt = new(to, 30),
            Quiet = isQuiet && from != to ? new(new(from, 0), new(to, 0)) : null,
            MostPerHour = isLimited ? most : null,
            HoldBack = TimeSpan.FromMinutes(minutes),
        });

    static readonly Gen<ChannelRules> Stops = Gen.Select(Waits, Gen.Int[0, 100], (rules, least) => rules with { LeastHeat = least });

    [Fact]
    public Task At_most_once_and_once_if_it_should() => Steps(Waits).Array[4, 14].SampleAsync(
        async steps =>
        {
            await using var history = await History.OpenAsync(Patient);
            foreach (var step in steps)
                await step(history);
            await history.EndAsync(Patient);

            Assert.Equal(history.Told, (await history.PostedAsync()).Order());
        },
        iter: 12, threads: 1);

    [Fact]
    public Task At_most_once_whatever_rules_stop() => Steps(Stops).Array[4, 14].SampleAsync(
        async steps =>
        {
            await using var history = await History.OpenAsync(Patient);
            foreach (var step in steps)
                await step(history);
            await history.EndAsync(Patient);

            var posted = await history.PostedAsync();
            Assert.Equal(posted.Distinct(), posted);
            Assert.Subset(history.Told.ToHashSet(), posted.ToHashSet());
        },
        iter: 12, threads: 1);

    static Gen<Func<History, Task>> Steps(Gen<ChannelRules> rules) => Gen.OneOf(
        Gen.Int[0, 100].Select<int, Func<History, Task>>(heat => history => history.TellAsync(heat)),
        Gen.Int[0, 100].Select<int, Func<History, Task>>(heat => history => history.TellAsync(heat)),
        Gen.Int[0, 5].Select<int, Func<History, Task>>(story => history => history.CorrectAsync(story)),
        rules.Select<ChannelRules, Func<History, Task>>(chosen => history => history.ChangeAsync(chosen)),
        Gen.Int[1, 2000].Select<int, Func<History, Task>>(minutes => history => history.PassAsync(TimeSpan.FromMinutes(minutes))),
        Gen.Int[1, 300].Select<int, Func<History, Task>>(minutes => history => history.TurnBackAsync(TimeSpan.FromMinutes(minutes))),
        Gen.Bool.Select<bool, Func<History, Task>>(isSent => history => history.CrashAsync(isSent)),
        Gen.Const<Func<History, Task>>(history => history.PauseAsync()));

    sealed class History : IAsyncDisposable
    {
        readonly FakeTimeProvider clock;
        readonly DeskOnLocalDiscord desk;
        readonly List<string> told = [];
        readonly Dictionary<string, int> corrected = [];

        History(DeskOnLocalDiscord desk, FakeTimeProvider clock) => (this.desk, this.clock) = (desk, clock);

        public IEnumerable<string> Told => told.Order();

        public static async Task<History> OpenAsync(ChannelRules rules)
        {
            var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z", CultureInfo.InvariantCulture));
            var desk = await DeskOnLocalDiscord.OpenAsync(clock);
            Write(desk, "old", "Old", heat: 1);
            await desk.ImportAsync();
            await desk.Get<ChannelAdministration>()
                .SaveAsync(new() { Channel = Seed.NewsChannelId, Guild = Seed.GuildId, Latest = 0, Rules = rules }, by: null, Ct);
            clock.Advance(TimeSpan.FromHours(6));
            return new(desk, clock);
        }

        public async Task TellAsync(int heat)
        {
            var title = $"Story {told.Count:00}";
            told.Add(title);
            Write(desk, $"{told.Count:00}", title, heat);
            await desk.ImportAsync();
            await SettleAsync();
        }

        public async Task CorrectAsync(int story)
        {
            if (story >= told.Count)
                return;
            var times = corrected[told[story]] = corrected.GetValueOrDefault(told[story]) + 1;
            Write(desk, $"{story + 1:00}", told[story], heat: 50, excerpt: $"Corrected {times} times.");
            await desk.ImportAsync();
            await SettleAsync();
        }

        public async Task ChangeAsync(ChannelRules rules)
        {
            await desk.Get<ChannelAdministration>().ChangeAsync(Seed.NewsChannelId, rules, by: null, Ct);
            await SettleAsync();
        }

        public async Task PassAsync(TimeSpan time)
        {
            clock.Advance(time);
            await SettleAsync();
        }

        public async Task TurnBackAsync(TimeSpan time)
        {
            clock.AdjustTime(clock.GetUtcNow() - time);
            await SettleAsync();
        }

        /// <summary>The program dies with what it was sending: sent or not, it is not recorded.</summary>
        public async Task CrashAsync(bool isSent)
        {
            var title = $"Story {told.Count:00}";
            told.Add(title);
            Write(desk, $"{told.Count:00}", title, heat: 50);
            await desk.ImportAsync();
            if (await desk.Get<DeliveryStore>().ClaimAsync(Seed.NewsChannelId, Ct) is { } delivery
                && isSent
                && await desk.Get<IEnumerable<IDeliveryHandler>>().Single(drafts => drafts.Kind == delivery.Kind)
                    .DraftAsync(delivery, Ct) is Draft.Post post
                && delivery.Posted is null)
                await desk.Get<ChannelMessenger>().PostAsync(delivery, post, Ct);

            await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
            await SettleAsync();
        }

        public async Task PauseAsync()
        {
            await desk.Get<PauseStore>().PauseAsync(Seed.NewsChannelId, "", by: null, Ct);
            await TellAsync(heat: 50);
            clock.Advance(TimeSpan.FromMinutes(30));
            await desk.Get<PauseStore>().ResumeAsync(Seed.NewsChannelId, withMissed: true, by: null, Ct);
            await SettleAsync();
        }

        /// <summary>Nothing holds anything up any more.</summary>
        public async Task EndAsync(ChannelRules rules)
        {
            await ChangeAsync(rules);
            for (var day = 0; day < 10; day++)
                await PassAsync(TimeSpan.FromDays(1));
        }

        /// <summary>The titles of all stories that stand in the channel, in cards and in digests.</summary>
        public async Task<IReadOnlyList<string>> PostedAsync() => [.. (await desk.MessagesAsync("news")).SelectMany(Titles)];

        public ValueTask DisposeAsync() => desk.DisposeAsync();

        static IEnumerable<string> Titles(JsonElement message)
        {
            return Posted.All(message).FirstOrDefault(Posted.IsMenu) is { ValueKind: JsonValueKind.Object } menu
                ? menu.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("label").GetString()!)
                : [Posted.Title(message)];
        }

        async Task SettleAsync()
        {
            for (var round = 0; round < 50 && await desk.Get<DeliveryStore>().ChannelsDueAsync(Ct) is [_, ..] due; round++)
            {
                foreach (var channel in due)
                    await desk.Get<MessageSender>().SendDueAsync(channel, Ct);
            }
        }

        static void Write(DeskOnLocalDiscord desk, string name, string title, int heat, string excerpt = "") => File.WriteAllText(
            Path.Combine(desk.ContentFolder, $"{name}.md"),
            $"---\ntitle: \"{title}\"\nexcerpt: \"{excerpt}\"\npublishedDateTime: 2036-11-20\nwebUrl: "
                + $"https://gazette.example/{name}\nheat: {heat}\n---\n");
    }
}
