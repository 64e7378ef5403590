using System.Globalization;
using Bot.Posting;
using CsCheck;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>Whatever happens while a story grows, who follows it is told of each outlet once.</summary>
public class AnyFollowingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly Gen<Func<Following, Task>> Step = Gen.OneOf(
        Gen.Const<Func<Following, Task>>(following => following.TakeUpAsync()),
        Gen.Const<Func<Following, Task>>(following => following.TakeUpAsync()),
        Gen.Int[1, 20].Select<int, Func<Following, Task>>(minutes => following => following.PassAsync(TimeSpan.FromMinutes(minutes))),
        Gen.Int[1, 40].Select<int, Func<Following, Task>>(minutes => following => following.PassAsync(-TimeSpan.FromMinutes(minutes))),
        Gen.Bool.Select<bool, Func<Following, Task>>(isSent => following => following.CrashAsync(isSent)));

    /// <summary>In no more steps than a message lists outlets: of a larger burst it counts the rest.</summary>
    [Fact]
    public Task Each_outlet_is_told_once() => Step.Array[4, 8].SampleAsync(
        async steps =>
        {
            await using var following = await Following.OpenAsync();
            foreach (var step in steps)
                await step(following);

            Assert.Equal(following.Outlets, await following.ToldAsync());
        },
        iter: 12, threads: 1);

    sealed class Following : IAsyncDisposable
    {
        static readonly string Channel = Seed.MemberId;

        readonly FakeTimeProvider clock;
        readonly DeskOnLocalDiscord desk;
        int outlets;

        Following(DeskOnLocalDiscord desk, FakeTimeProvider clock) => (this.desk, this.clock) = (desk, clock);

        public IEnumerable<string> Outlets => Enumerable.Range(1, outlets).Select(Title);

        public static async Task<Following> OpenAsync()
        {
            var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z", CultureInfo.InvariantCulture));
            var desk = await DeskOnLocalDiscord.OpenAsync(clock);
            desk.Tell("gazette", "Storm cuts power");
            await desk.ImportAsync();
            var story = (await desk.Get<StoryStore>().LatestAsync(skip: 0, take: 1, Ct))[0].Id;
            await desk.Get<FollowStore>().FollowStoryAsync(Seed.MemberId, story, "en", Ct);
            clock.Advance(TimeSpan.FromHours(6));
            return new(desk, clock);
        }

        public async Task TakeUpAsync()
        {
            outlets++;
            desk.Tell($"outlet{outlets:00}", Title(outlets), lists: "gazette");
            await desk.BringAsync();
        }

        public async Task PassAsync(TimeSpan time)
        {
            clock.AdjustTime(clock.GetUtcNow() + time);
            await desk.SettleAsync();
        }

        /// <summary>The program dies with what it was telling: told or not, it is not recorded.</summary>
        public async Task CrashAsync(bool isSent)
        {
            outlets++;
            desk.Tell($"outlet{outlets:00}", Title(outlets), lists: "gazette");
            await desk.ImportAsync();
            if (await desk.Get<DeliveryStore>().ClaimAsync(Channel, Ct) is { } claimed)
            {
                var draft = await desk.Get<IEnumerable<IDeliveryHandler>>().Single(drafts => drafts.Kind == claimed.Kind)
                    .DraftAsync(claimed, Ct);
                if (isSent && draft is Draft.Post post)
                    await desk.Get<ChannelMessenger>().PostAsync(claimed, post, Ct);
                await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
            }

            await desk.SettleAsync();
        }

        /// <summary>The titles that the member was told, in order, once nothing waits any more.</summary>
        public async Task<IEnumerable<string>> ToldAsync()
        {
            for (var hours = 0; hours < 12; hours++)
                await PassAsync(TimeSpan.FromHours(1));
            var conversation = await desk.Get<DiscordRest>()
                .CreateDMAsync(Snowflake.Parse(Seed.MemberId, CultureInfo.InvariantCulture), Ct);
            var told = await desk.Get<DiscordRest>().GetChannelMessagesAsync(conversation.Id, 100, before: null, Ct);
            return told.SelectMany(message =>
                Enumerable.Range(1, outlets).Select(Title)
                .Where(title => Component.All(message.Components).OfType<TextDisplay>()
                    .Any(text => text.Content.Contains(title, StringComparison.Ordinal)))).Order(StringComparer.Ordinal);
        }

        public ValueTask DisposeAsync() => desk.DisposeAsync();

        static string Title(int outlet) => $"As outlet {outlet:00} has it";
    }
}
