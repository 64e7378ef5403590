using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Commands;
using Bot.Commands.Interactions;
using Bot.Tests.Cards;
using Bot.Texts;
using Desk.Archive;
using Discord.Models;
using Shared;

namespace Bot.Tests.Texts;

/// <summary>Everything that members see, in each language.</summary>
public class ApprovedLanguagesTests
{
    [Theory]
    [MemberData(nameof(WordsTests.Languages), MemberType = typeof(WordsTests))]
    public async Task Cards_digests_and_coverage_are_the_approved_ones(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var state = new CardState { Now = Sample.Now, Language = language };
        var lead = Sample.Lead with { Type = "video" };
        var story = Sample.Of(lead, outlets: 13);
        var alone = Sample.Of(
            Sample.Lead with { Quality = 55, Heat = 10 },
            Sample.Of(Sample.Lead, outlets: 1).Coverage.Lines[0] with { Reprints = [.. Enumerable.Range(1, 5).Select(Sample.Line)] });

        Approved.Text(string.Join("\n\n", [
            Text("card", StoryMessage.For(story, state with { Change = new(Sample.Now.AddMinutes(-4), Outlets: 13) })),
            Text("card of one text", StoryMessage.For(alone, state)),
            Text("withdrawn", StoryMessage.For(story, state with { IsWithdrawn = true })),
            Text(
                "digest",
                DigestMessage.For(
                    new(3, [.. Enumerable.Range(1, 30).Select(number =>
                        Sample.Of(lead with { Id = number, PublicKey = number }, outlets: 1 + (number % 3)))]),
                    state)),
            Text("coverage", await newsroom.RunAsync("/related article:Story 12", language)),
            Text("no coverage", await newsroom.RunAsync("/related article:Story 11", language)),
            Rest(BotTexts.Of(language).Cards),
        ]), $"language-{language}.txt", ThisFile());
    }

    [Theory]
    [MemberData(nameof(WordsTests.Languages), MemberType = typeof(WordsTests))]
    public async Task Answers_to_members_are_the_approved_ones(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var latest = await newsroom.Get<StoryStore>().LatestAsync(skip: 0, take: 1, TestContext.Current.CancellationToken);
        var story = FollowButton.Of(latest[0].PublicKey).ToString();
        List<string> said =
        [
            Text("latest", await newsroom.RunAsync("/latest count:2", language)),
            Text("a page without end", await PressAsync(new CustomId("headlines", 5, 40).ToString())),
            Text("topic", await newsroom.RunAsync("/topic name:Ferries count:1", language)),
            Text("search", await newsroom.RunAsync("/search words:story count:1", language)),
            Text(
                "a misspelt search",
                await newsroom.RunAsync("/search words:happend topic:ferries since:2026-11-05 order:Newest", language)),
            Text("ask", await newsroom.RunAsync("/ask question:what happened on day 11?", language)),
            Text("ask about something else", await newsroom.RunAsync("/ask question:zeppelin races in Brazil", language)),
            Text("following nothing", await newsroom.RunAsync("/following", language)),
        ];
        string[] notes =
        [
            "/search words:zeppelin", "/topic name:Fery", "/related article:Boat", "/follow topic:Ferries", "/follow topic:Ferries",
        ];
        foreach (var typed in notes)
            said.Add(Text(typed, await newsroom.RunAsync(typed, language)));
        foreach (var (what, id) in ((string, string)[])[("follow a story", story), ("once more", story)])
            said.Add($"=== {what}\n{(await PressAsync(id)).Content}");
        said.Add(Text("following", await newsroom.RunAsync("/following", language)));
        said.Add($"=== unfollow a topic\n{BotTexts.Of(language).Answers.TopicFollowedNoMore("Ferries")}");
        said.Add(Text("following, as a digest", await PressAsync("following:=mode", "daily")));
        var form = (await PressAsync("following:=times")).Form!;
        said.Add($"=== {form.Title}\n{string.Join('\n', form.Questions.Select(question => $"{question.Text}: {question.Description}"))}");
        var refused = await newsroom.SubmitAsync(Newsroom.Interaction($"{form.Id}") with
        {
            Language = language,
            Answers = new Dictionary<string, IReadOnlyList<string>> { ["digest-at"] = ["soon"] },
        });
        said.Add($"=== a wrong answer\n{refused.Content}");
        var forMembers = newsroom.Get<CommandCatalog>().Specs.Where(spec => spec.DefaultMemberPermissions is null);
        said.Add($"=== commands\n{string.Join('\n', forMembers.SelectMany(Descriptions))}");
        said.Add(Rest(BotTexts.Of(language).Search));
        said.Add(Rest(BotTexts.Of(language).Answers));
        said.Add(Rest(BotTexts.Of(language).Reading));
        said.Add(Rest(BotTexts.Of(language).Charts));

        Approved.Text(string.Join("\n\n", said), $"answers-{language}.txt", ThisFile());

        Task<Reply> PressAsync(string id, params IReadOnlyList<string> chosen) => newsroom.PressAsync(
            Newsroom.Interaction(id) with { Values = chosen, Language = language });

        IEnumerable<string> Descriptions(ApplicationCommand spec) => spec.Type is ApplicationCommandType.Message
            ? [$"In a message's menu: {Described(spec.NameLocalizations, spec.Name)}"]
            :
        [
            $"/{spec.Name}: {Described(spec.DescriptionLocalizations, spec.Description)}",
            .. (spec.Options ?? []).Select(
                option => $"/{spec.Name} {option.Name}: {Described(option.DescriptionLocalizations, option.Description)}"),
        ];

        string Described(IReadOnlyDictionary<string, string>? texts, string text) =>
            texts?.GetValueOrDefault(BotTexts.Of(language).Locale) ?? text;
    }

    /// <summary>The remaining texts.</summary>
    static string Rest(AnswerTexts words) => string.Join('\n',
    [
        "=== notes",
        words.NoArticles, words.NoArticlesIn("Rail"), words.NoTopics, words.TopicGone, words.StoryGone,
        words.TooManyTopics(25), words.OnlyMembersFollow,
        words.StoryFollowedNoMore, words.StoryNotFollowed, words.Stopped("…"), words.NotWritten("…"), words.TryAgain,
        words.UnknownButton("/latest"), words.UnknownMenu, words.CommandGone, words.OldButton, words.OldForm, words.FormTooLate,
        words.WentWrong("12"),
    ]);

    static string Rest(SearchTexts words) => string.Join('\n',
    [
        "=== search",
        words.MoreStories, words.NoAnswer, words.Nearest, words.NearTopics("Rail, Power"), words.Showing("marmalade"),
        .. words.Languages.Values.Select(words.SearchedIn),
        words.NothingLeft, words.AskSomething, words.SharedBy("@Ada"), words.Since("2026-03-01"), words.Until("2026-03-31"),
        $"{words.NoTopic("Ral")} {words.DidYouMean("Rail")}", $"{words.NoOutlet("Gazete")} {words.ChooseSuggestion}",
        $"{words.NoType("vidoe")} {words.Types("article, video")}", $"{words.NoHeadline("Boat")} {words.MeantOneOf}",
        $"{words.NoTime("soon")} {words.TimeExamples}", $"{words.Backwards("2023", "2021")} [{words.Swap}]",
        words.NotClose, words.SearchElse,
        $"[{words.Summarize}] {words.WrittenByModel}",
        words.SummaryTooSoon("…"), words.SummaryBusy, words.SummaryLate, words.SummaryUnavailable, words.SummaryUnusable,
        words.SummaryUnfounded,
    ]);

    /// <summary>Every text of the commands that look at the archive from another side.</summary>
    static string Rest(ReadingTexts words) => string.Join('\n',
    [
        "=== reading",
        $"{words.SeveralStories} {words.TypeMore} [{words.ChooseStory}]",
        string.Join(" · ", words.Timeline, words.PerHour, words.PerDay, words.PerWeek, words.NoTimes),
        string.Join(" · ", words.MinutesLater(1), words.HoursLater(2), words.DaysLater(1), words.DaysLater(3), words.Undated(1)),
        string.Join(" · ", words.Articles(1), words.Articles(204), words.FirstIn(3, 12), words.WasFirst),
        words.UsualTopics("Energy, Ferries"),
        $"{words.Topics} · {words.HowToReadTopic}",
        string.Join(" · ", words.Trending, words.PastDay, words.PastWeek, words.PastMonth, words.NothingTrending),
        string.Join(" · ", words.CatchUp, words.NewStories, words.GrownStories, words.AndStories(1), words.AndStories(14)),
        string.Join(" · ", words.SinceAsked("…"), words.Since("…"), words.NothingSince("…")),
        $"{words.LookFurtherBack} {words.NotFurther(31)}",
        string.Join(" · ", words.Help, words.ForModerators, words.InMessageMenu("…"), words.NoStoryInMessage),
        $"{words.Privacy} · {words.NothingStored}",
        words.StoredTopics(2), words.StoredStories(1), words.StoredCatchUp("…"), words.StoredMessages(3), words.StoredChanges(4),
        words.WhoSees,
        $"[{words.Delete}] {words.ConfirmDelete} {words.Deleted}",
        $"[{words.Anonymize}] {words.ConfirmAnonymize} {words.Anonymized}",
        $"[{words.Cancel}]",
    ]);

    static string Rest(ChartTexts words) => string.Join('\n',
    [
        "=== charts",
        string.Join(" · ", words.Minutes(90), words.Hours(3), words.Days(1), words.Days(14), words.Date(new(2026, 3, 5))),
        words.Spread(words.Hours(1)),
        $"{words.SpreadSaid(14, words.Hours(6))} {words.MostLater(4, words.Hours(1), words.Hours(2))}",
        $"{words.SpreadSaid(3, words.Days(9))} {words.MostAtFirst(2, words.Days(1))}",
        words.Daily(30),
        $"{words.DailySaid(45, 30)} {words.MostOnDay(6, words.Date(new(2026, 11, 24)))}",
        words.Growth,
        $"{words.GrowthSaid} {words.FromTo(1, 0, 5)} {words.FromTo(2, 3, 12)}",
    ]);

    /// <summary>Numbers and scores of every kind, and the remaining texts.</summary>
    static string Rest(CardTexts words) => string.Join('\n',
    [
        "=== numbers and notes",
        .. ((int[])[0, 1, 2, 21]).Select(count => string.Join(" · ", ((Func<int, string>[])
            [
                words.Outlets, words.Links, words.Independent, words.Reprints, words.AndMore, words.MoreInMenu, words.NotShown,
                more => words.AlsoAt("The Lantern", more),
            ]).Select(of => of(count)))),
        .. ((int[])[1, 59, 60, 35 * 60, 36 * 60]).Select(minutes => TimeSpan.FromMinutes(minutes))
            .Select(span => words.FirstReport("Lantern", words.Earlier(span))),
        string.Join(" | ", words.OtherOutlets("A · B", 0), words.OtherOutlets("A · B", 31), words.OtherOutlets("", 3)),
        string.Join(" | ", words.Updated("14:05", null), words.Updated("14:05", 6), words.Corrected("14:05", "Old")),
        words.CoverageButton(8),
        string.Join(" · ", ((string[])["video", "audio", "podcast", "gallery", "live", "opinion", "interview", "quiz"]).Select(words.Kind)),
        string.Join(
            " · ",
            words.Read,
            words.MoreOnThis,
            words.NothingNew,
            words.EndOfCoverage,
            words.LatestReport("Lantern", "<t:0:R>"),
            words.TopReports,
            words.FirstReports,
            words.LatestReports),
        string.Join(
            " · ",
            words.TakenUp(1, 2),
            words.TakenUp(3, 9),
            words.PartOf("[…]"),
            words.Developing,
            words.Settled,
            words.StopFollowing,
            words.FollowedStory(words.TakenUp(2, 4)),
            words.FollowedTopics("Harbour", 0),
            words.FollowedTopics("Harbour", 2)),
    ]);

    static string Text(string what, CreateMessage message)
    {
        Assert.Empty(MessageLimits.Problems(message));
        return $"=== {what}\n{Drawing.Of(message)}";
    }

    static string Text(string what, Reply reply) => reply.IsLayout
        ? $"=== {what}\n{Drawing.Of(reply)}"
        : Text(what, reply.Embeds is [var embed] ? embed : new() { Description = reply.Content }, reply.Components);

    /// <summary>From top to bottom, as on the screen.</summary>
    static string Text(string what, Embed embed, IReadOnlyList<Component> rows)
    {
        var labels = Component.All(rows).Select(component => component switch
        {
            Button button => $"[{button.Label}]",
            StringSelect menu => $"[{menu.Placeholder}: {menu.Options[0].Label} ({menu.Options[0].Description}), …]",
            _ => null,
        });
        string?[] lines =
        [
            $"=== {what}", embed.Author?.Name, embed.Title, embed.Description, embed.Footer?.Text,
            string.Join(' ', labels.OfType<string>()),
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    static string ThisFile([CallerFilePath] string file = "") => file;
}
