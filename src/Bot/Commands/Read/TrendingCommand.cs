using Bot.Cards;
using Bot.Charts;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Overviews;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/trending [period]</c>: the stories that most outlets picked up.</summary>
sealed class TrendingCommand(GrowthStore growth, ChartDrawer charts, TimeProvider clock) : ISlashCommand
{
    const string Period = "period";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "trending",
        Description = "Show the stories that most outlets picked up",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = Period,
                Description = "In which time (default: day)",
                Choices = [.. ((string[])["day", "week", "month"]).Select(name => new Choice { Name = name, Value = name })],
            },
            PrivateOption.Spec,
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var words = BotTexts.Of(call.Language);
        (int Days, string Label, (string Name, string Label)? Longer) period = call.Text(Period) switch
        {
            "week" => (7, words.Reading.PastWeek, ("month", words.Reading.PastMonth)),
            "month" => (30, words.Reading.PastMonth, null),
            _ => (1, words.Reading.PastDay, ("week", words.Reading.PastWeek)),
        };
        var stories = await growth.TrendingAsync(TimeSpan.FromDays(period.Days), StoryList.Most, ct);
        if (stories is [])
        {
            return period.Longer is var (name, label)
                ? AgainNote.Of(words.Reading.NothingTrending, CardText.Sentence(label), call, (Period, name))
                : Reply.Note(words.Reading.NothingTrending);
        }

        var now = clock.GetUtcNow();
        var drawn = charts.Draw(TrendChart.Of(stories, now - TimeSpan.FromDays(period.Days), now, words.Charts), call.AllowsFiles);
        var list = StoryList.Numbered(stories, words, new() { Now = now, Language = call.Language });
        return PrivateOption.Apply(call, new()
        {
            Embeds = [new()
            {
                Title = $"{words.Reading.Trending} · {period.Label}",
                Description = drawn is null ? list : $"{list}\n\n{drawn.Caption}",
                Image = drawn?.Image,
                Color = TopicColor.None,
            }],
            Files = drawn?.Files ?? [],
            Components = StoryList.Menu(stories, words),
        });
    }
}
