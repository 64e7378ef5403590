using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Commands;
using Discord;
using Shared;

namespace Bot.Tests.Cards;

/// <summary>Everything that members see in each language, for readers of it to approve.</summary>
public class LanguagesTests
{
    [Theory]
    [MemberData(nameof(CardWordsTests.Languages), MemberType = typeof(CardWordsTests))]
    public async Task A_card_its_withdrawal_a_digest_and_the_coverage_are_the_approved_ones(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var state = new CardState { Now = Sample.Now, Language = language };
        var lead = Sample.Lead with { Type = "video" };
        var story = Sample.Of(lead, outlets: 13);
        var alone = Sample.Of(Sample.Lead with { Quality = 55, Heat = 10 }, Sample.Of(Sample.Lead, outlets: 1).Coverage.Lines[0] with { Reprints = [.. Enumerable.Range(1, 5).Select(Sample.Line)] });

        Approved.Text(string.Join("\n\n", [
            Text("card", StoryMessage.For(story, state with { UpdatedAt = Sample.Now.AddMinutes(-4) })),
            Text("card of one text", StoryMessage.For(alone, state)),
            Text("withdrawn", StoryMessage.For(story, state with { IsWithdrawn = true })),
            Text("digest", DigestMessage.For(new(3, [.. Enumerable.Range(1, 30).Select(number => Sample.Of(lead with { Id = number }, outlets: 1 + (number % 3)))]), state)),
            Text("coverage", await newsroom.RunAsync("/related article:Story 12", language)),
            Text("no coverage", await newsroom.RunAsync("/related article:Story 11", language)),
            Rest(CardWords.Of(language)),
        ]), $"language-{language}.txt", ThisFile());
    }

    /// <summary>Numbers and scores of every kind, and what stands on none of those.</summary>
    static string Rest(CardWords words) => string.Join('\n',
    [
        "=== numbers and notes",
        .. ((int[])[0, 1, 2, 21]).Select(count => string.Join(" · ", ((Func<int, string>[])
            [words.Outlets, words.Links, words.Independent, words.Reprints, words.AndMore, words.MoreInMenu, words.NotShown, more => words.AlsoAt("The Lantern", more)]).Select(of => of(count)))),
        .. ((int[])[90, 75, 55, 20]).Select(score => $"{words.Quality(score)} · {words.Heat(score)}"),
        string.Join(" · ", ((string[])["video", "audio", "podcast", "gallery", "live", "opinion", "interview", "quiz"]).Select(words.Kind)),
        string.Join(" · ", words.Read(""), words.Pick($"{words.First} & {words.Best} & {words.Latest}", "The Lantern"), words.MoreOnThis, words.NothingNew, words.EndOfCoverage),
        string.Join(" · ", words.TakenUp(1, 2), words.TakenUp(3, 9), words.PartOf("[…]"), words.Developing, words.Settled, words.StopFollowing),
        words.StoryGone,
        words.UnknownButton,
        words.UnknownMenu,
        words.UnknownArticle("Boat"),
    ]);

    static string Text(string what, CreateMessage message)
    {
        Assert.Empty(MessageLimits.Problems(message));
        return Text(what, message.Embeds!.Single(), message.Components!);
    }

    static string Text(string what, Reply reply) => Text(what, reply.Embeds.Single(), reply.Components);

    /// <summary>From top to bottom, as it stands on the screen.</summary>
    static string Text(string what, Embed embed, IReadOnlyList<Component> rows)
    {
        var labels = Component.All(rows).Select(component => component switch
        {
            Button button => $"[{button.Label}]",
            StringSelect menu => $"[{menu.Placeholder}: {menu.Options[0].Label} ({menu.Options[0].Description}), …]",
            _ => null,
        });
        return string.Join('\n', ((string?[])[$"=== {what}", embed.Author?.Name, embed.Title, embed.Description, embed.Footer?.Text, string.Join(' ', labels.OfType<string>())]).Where(line => !string.IsNullOrEmpty(line)));
    }

    static string ThisFile([CallerFilePath] string file = "") => file;
}
