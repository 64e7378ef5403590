using System.Globalization;
using Bot.Cards;
using Bot.Charts;
using Bot.Commands.Interactions;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel stats channel</c>: posts, edits, follows, and button presses by week, of one channel or of all in the server.
/// </summary>
sealed class StatsSubcommand(
    GuildSubscriptions channels,
    SubscriptionStore subscriptions,
    ChannelWeekStore weeks,
    ChartDrawer charts) : ISubcommand
{
    const int Weeks = 12;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "stats",
        Description = "See posts, edits, follows, and button presses by week",
        Options = [ChannelOption.Spec("Which channel (default: all that get news)") with { Required = false }],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Channel(ChannelOption.Name)?.Id is { } channel)
        {
            var chosen = await channels.OfAsync(call.GuildId, channel, ct);
            return chosen.Subscription is { } subscription
                ? await DrawAsync($"<#{subscription.Channel}>", [subscription.Channel], call.AllowsFiles, ct)
                : Reply.Note(chosen.Refusal);
        }

        var all = await subscriptions.OfGuildAsync(call.GuildId!.Value.ToString(), ct);
        return all is []
            ? Reply.Note("No channel gets news yet. Use `/channel setup` to choose one.")
            : await DrawAsync("All channels that get news", [.. all.Select(one => one.Channel)], call.AllowsFiles, ct);
    }

    async Task<Reply> DrawAsync(string place, IReadOnlyList<string> counted, bool allowsFiles, CancellationToken ct)
    {
        var found = await weeks.OfAsync(counted, Weeks, ct);
        var drawn = charts.Draw(WeeklyChart.Of(found), allowsFiles);
        string[] lines =
            [Line("This week so far", found.TakeLast(1)), Line("Last week", found.SkipLast(1).TakeLast(1)), Line($"{Weeks} weeks", found)];
        string?[] parts =
        [
            place,
            string.Join('\n', lines),
            drawn?.Caption,
        ];
        return new()
        {
            Embeds = [new()
            {
                Title = "Statistics",
                Description = string.Join("\n\n", parts.OfType<string>()),
                Image = drawn?.Image,
                Color = TopicColor.None,
            }],
            Files = drawn?.Files ?? [],
            IsPrivate = true,
        };
    }

    static string Line(string when, IEnumerable<ChannelWeek> weeks)
    {
        var counted = weeks.ToList();
        string[] counts =
        [
            Count(counted.Sum(week => week.Posts), "post", "posts"),
            Count(counted.Sum(week => week.Edits), "edit", "edits"),
            Count(counted.Sum(week => week.Follows), "follow", "follows"),
            Count(counted.Sum(week => week.Presses), "button press", "button presses"),
        ];
        return $"**{when}:** {string.Join(" · ", counts)}";
    }

    static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
