using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Commands;
using Bot.Languages;
using Bot.Tests.Cards;
using Discord;
using News.Storage;
using Shared;

namespace Bot.Tests.Languages;

/// <summary>Everything that members see in each language, for readers of it to approve.</summary>
public class ApprovedLanguagesTests
{
    [Theory]
    [MemberData(nameof(WordsTests.Languages), MemberType = typeof(WordsTests))]
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
            Rest(Words.Of(language).Cards),
        ]), $"language-{language}.txt", ThisFile());
    }

    [Theory]
    [MemberData(nameof(WordsTests.Languages), MemberType = typeof(WordsTests))]
    public async Task What_members_are_answered_is_approved(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var story = FollowButton.Of((await newsroom.Get<StoryStore>().LatestAsync(skip: 0, take: 1, TestContext.Current.CancellationToken))[0].Id).ToString();
        List<string> said =
        [
            Text("latest", await newsroom.RunAsync("/latest count:2", language)),
            Text("a page without end", await PressAsync(new CustomId("headlines", 0, 5, 40).ToString())),
            Text("topic", await newsroom.RunAsync("/topic name:Ferries count:1", language)),
            Text("search", await newsroom.RunAsync("/search words:story count:1", language)),
            Text("following nothing", await newsroom.RunAsync("/following", language)),
        ];
        foreach (var typed in (string[])["/search words:zeppelin", "/topic name:Fery", "/related article:Boat", "/follow topic:Ferries", "/follow topic:Ferries"])
            said.Add($"=== {typed}\n{(await newsroom.RunAsync(typed, language)).Content}");
        foreach (var (what, id) in ((string, string)[])[("follow a story", story), ("once more", story)])
            said.Add($"=== {what}\n{(await PressAsync(id)).Content}");
        said.Add(Text("following", await newsroom.RunAsync("/following", language)));
        said.Add(Text("following, as a digest", await PressAsync("following:=mode", "daily")));
        var form = (await PressAsync("following:=times")).Form!;
        said.Add($"=== {form.Title}\n{string.Join('\n', form.Questions.Select(question => $"{question.Text}: {question.Description}"))}");
        said.Add($"=== a wrong answer\n{(await newsroom.SubmitAsync(Newsroom.Press($"{form.Id}") with { Language = language, Answers = new Dictionary<string, IReadOnlyList<string>> { ["digest-at"] = ["soon"] } })).Content}");
        said.Add($"=== commands\n{string.Join('\n', newsroom.Get<CommandCatalog>().Specs.Where(spec => spec.DefaultMemberPermissions is null).SelectMany(Descriptions))}");
        said.Add(Rest(Words.Of(language).Answers));

        Approved.Text(string.Join("\n\n", said), $"answers-{language}.txt", ThisFile());

        Task<Reply> PressAsync(string id, params IReadOnlyList<string> chosen) => newsroom.PressAsync(Newsroom.Press(id) with { Values = chosen, Language = language });

        IEnumerable<string> Descriptions(ApplicationCommand spec) =>
            (spec.Options ?? []).Select(option => $"/{spec.Name} {option.Name}: {Described(option.DescriptionLocalizations, option.Description)}").Prepend($"/{spec.Name}: {Described(spec.DescriptionLocalizations, spec.Description)}");

        string Described(IReadOnlyDictionary<string, string>? texts, string text) => texts?.GetValueOrDefault(Words.Of(language).Locale) ?? text;
    }

    /// <summary>What none of those says.</summary>
    static string Rest(AnswerWords words) => string.Join('\n',
    [
        "=== notes",
        words.NoArticles, words.NoArticlesIn("Rail"), words.NoTopics, words.TopicGone, words.StoryGone, words.TooManyTopics(25), words.OnlyMembersFollow,
        words.StoryFollowedNoMore, words.StoryNotFollowed, words.Stopped("…"), words.NotWritten("…"), words.TryAgain,
        words.UnknownButton("/latest"), words.UnknownMenu, words.CommandGone, words.OldButton, words.OldForm, words.WentWrong("12"),
        .. ((int[])[1, 2]).Select(words.Related),
    ]);

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
