using Articles.Files;
using Bot.Cards;
using Desk.Outbox;
using Shared;

namespace Bot.Tests.Cards;

public class AlertMessageTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-24T12:00:00Z");

    [Fact]
    public void Every_kind_of_problem_is_told_with_its_place_and_reads_as_it_was_written()
    {
        var alert = Of(
            new("2026-11-20-storm.md", 4, 20, "publishedDateTime \"tomorow\" is not a date. Write 2026-08-14 or 2026-08-14T09:30Z."),
            new("`@everyone`.md", 1, 1, "title \"**@everyone** <@&1> [here](https://a.example)\" is too long."),
            new("2026-11-21-ferry.md", 9, 5, "There is no file for the topic \"Fery\". Did you mean Ferry?", ContentSeverity.Warning));
        alert = alert with { Problems = [alert.Problems[0] with { MendedAt = Noon }, .. alert.Problems.Skip(1)] };

        Approved.Text(AlertMessage.For(alert, "content").Description!, "alert.txt");
    }

    [Fact]
    public void More_than_ten_are_counted()
    {
        var card = AlertMessage.For(Of([.. Enumerable.Range(1, 22).Select(i => new ContentProblem($"{i}.md", i, 1, "No."))]), "content");

        Assert.Equal("22 problems in the content folder", card.Title);
        Assert.EndsWith("`content/10.md:10:1` No.\nand 12 more: run `check`", card.Description);
    }

    [Fact]
    public void The_longest_paths_and_messages_fit()
    {
        var card = AlertMessage.For(Of([.. Enumerable.Range(1, 22).Select(i => new ContentProblem(new('p', 300), i, 1, new('*', 4000)))]),
            "content");

        Assert.InRange(card.Description!.Length, 3000, Discord.Models.DiscordLimits.EmbedDescription);
    }

    static Alert Of(params ContentProblem[] problems) => new()
    {
        Id = 7,
        IsSummary = false,
        NotedAt = Noon,
        Problems = [.. problems.Select(problem => new AlertedProblem(problem, MendedAt: null))],
    };
}
