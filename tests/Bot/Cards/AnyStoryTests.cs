using Articles;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Read;
using CsCheck;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;

namespace Bot.Tests.Cards;

/// <summary>Whatever a story is made of, its card is a message that Discord takes and draws as it was meant.</summary>
public class AnyStoryTests
{
    static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Gen.OneOf(
            " ", " ", " ", "*", "**", "_", "__", "~", "~~", "|", "||", "`", "```", "[", "]", "](", "(", ")", "\\", "\\\\", "#", "# ",
                "-# ", "> ", ">>> ", "- ", "1. ", "\n", "\r\n", "\t", "\u2028", "\u202E", "\u200B", "\0",
            "@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "<:a:1>", "<a:b:1>", "<t:0:R>", "</latest:1>", "<id:guide>",
                "<https://ex.org>", "https://ex.org/a_b*c?x=1_2", "https://ex.org/~~x~~)", "[x](https://evil.example)", "www.ex.org",
            "😀", "👨‍👩‍👧‍👦", "👩🏽‍🚒", "🇳🇴", "e\u0301", "السلام", "利率再次上升", "\uD83D", "\uFEFF", "&amp;", "<b>"));

    static readonly Gen<string> Text =
        Gen.OneOf(Piece.List[0, 12].Select(string.Concat),
        Piece.List[0, 12].Select(pieces => string.Concat(Enumerable.Repeat(string.Concat(pieces), 60))));

    static readonly Gen<Uri> Address =
        Gen.Select(Gen.String[Gen.Char["abcdefgh0123456789-"], 1, 8], Gen.String[Gen.Char["abc/?&=%#é λ\"'\\()[]{}:,*_~|`"], 0, 30],
        Gen.OneOf(1, 1, 1, 20, 100))
        .Select((host, path, times) =>
            Uri.TryCreate($"https://h{host}.example/{string.Concat(Enumerable.Repeat(path, times))}", UriKind.Absolute, out var link)
            ? link : new("https://a.example/"));

    static readonly Gen<Uri?> Link =
        Gen.OneOf(Address.Select(address => (Uri?)address),
        Gen.OneOf("", "ftp://a.example/x", "https://user@a.example/").Select(text => text.Length == 0 ? null : new Uri(text)));

    static readonly Gen<Provider> Provider =
        Gen.Select(Text, Gen.OneOf("", "gazette.example", "post.example"), Link)
        .Select((name, domain, icon) => new Provider(name, domain, icon));

    static readonly Gen<DateTimeOffset> Time =
        Gen.OneOf(Gen.Int[-100_000, 1000].Select(minutes => Sample.Now.AddMinutes(minutes)), Gen.Const(default(DateTimeOffset)),
        Gen.Const(DateTimeOffset.MaxValue), Gen.Const(DateTimeOffset.UnixEpoch));

    static readonly Gen<int?> Score =
        Gen.OneOf(Gen.Int[0, 189].Select(score => (int?)score), Gen.Const((int?)null), Gen.Int.Select(score => (int?)score));

    static readonly Gen<string> Kind = Gen.OneOf(Gen.Const("article"), Gen.Const("video"), Gen.Const(""), Text);

    static readonly Gen<CoverageLine> Single = Gen.Select(Gen.Select(Text, Text, Kind), Provider, Link, Time.Nullable(), Score)
        .Select((texts, provider, link, time, score) =>
            new CoverageLine { Title = texts.Item1, Excerpt = texts.Item2, Type = texts.Item3, Provider = provider, Link = link,
            PublishedAt = time, Quality = score });

    static readonly Gen<CoverageLine> Line =
        Gen.Select(Single, Gen.OneOf(Gen.Const(0), Gen.Int[0, 5]).SelectMany(count => Single.List[count]))
        .Select((line, reprints) => line with { Reprints = reprints });

    static readonly Gen<Article> Lead =
        Gen.Select(Gen.Select(Text, Text, Kind), Provider, Address, Time, Gen.Select(Score, Score),
        Gen.Select(Text.List[0, 6], Link.List[0, 3]))
        .Select((texts, provider, link, time, scores, lists) => new Article
        {
            Id = 7,
            Path = "a.md",
            Title = texts.Item1,
            Excerpt = texts.Item2,
            Type = texts.Item3,
            Provider = provider,
            WebUrl = link,
            PublishedAt = time,
            Quality = scores.Item1,
            Heat = scores.Item2,
            Topics = lists.Item1,
            Images = [.. lists.Item2.OfType<Uri>().Select(image => new Image(image))],
        });

    static readonly Gen<Story> Story = Gen.Select(Lead, Line.List[0, 14], Line, Gen.Bool, Gen.Long[1, long.MaxValue])
        .Select((lead, lines, own, isOwnThere, id) =>
            Sample.Of(lead with { Id = id, PublicKey = id }, isOwnThere ? [.. lines, own with { ArticleId = id }] : lines));

    static readonly Gen<CardLook> Look = Gen.Select(
        Gen.Enum<CardLayout>(), Gen.Enum<CardPictures>(), Gen.Int[0, 5], Gen.Bool, Gen.Bool, Gen.Int[0, 0xFFFFFF].Nullable())
        .Select((layout, pictures, rows, excerpt, buttons, color) => new CardLook
    {
        Layout = layout, Pictures = pictures, CoverageRows = rows, Excerpt = excerpt, Buttons = buttons, Color = color,
    });

    static readonly Gen<CardChange> Change = Gen.Select(Gen.Int[0, 1000], Gen.Int[2, 60].Nullable(), Text.Null())
        .Select((minutes, outlets, title) => new CardChange(Sample.Now.AddMinutes(-minutes), outlets, title));

    static readonly Gen<CardState> State =
        Gen.Select(Change.Null(), Look, Gen.Int[0, 15], Gen.Int[0, Language.All.Count - 1])
        .Select((change, look, choices, language) => new CardState
    {
        Now = Sample.Now,
        Language = Language.All[language].Code,
        Look = look,
        Change = change,
        IsWithdrawn = (choices & 1) != 0,
        Pings = (choices & 2) != 0 ? [new(new(4711), ["Storms", "C#"])] : [],
        IsSilent = (choices & 4) != 0,
        IsEmbed = choices >= 12,
    });

    [Fact]
    public void Any_story_makes_a_card_within_every_limit_without_a_mention_or_broken_Markdown() =>
        Gen.Select(Story, State).Sample((story, state) =>
        {
            Assert.Empty(MessageLimits.Problems(StoryMessage.For(story, state)));
            var edit = StoryMessage.Edit(story, state);
            Assert.Empty(MessageLimits.Problems(Whole(edit, state.Pings)));
        }, iter: 3000);

    [Fact]
    public void Any_stories_make_a_digest_within_every_limit_without_a_mention_or_broken_Markdown() =>
        Gen.Select(Story.List[0, 30], Text.Null(), State)
            .Sample((stories, title, state) => Assert.Empty(MessageLimits.Problems(DigestMessage.For(new(7, [.. stories], title), state))),
            iter: 300);

    [Fact]
    public void Any_outlets_that_take_up_a_story_are_told_within_every_limit_without_a_mention_or_broken_Markdown() =>
        Gen.Select(Story, State, Gen.Bool).Sample((story, state, isPrivate) =>
        {
            var news = new CoverageUpdate { Id = 3, PublicKey = 1, StoryId = story.Id, Outlets = [.. story.Coverage.OutletKeys] };
            Assert.Empty(CoverageUpdateMessage.For(story, news, state, isPrivate) is { } message ? MessageLimits.Problems(message) : []);
            var moved = StoryMessage.Moved(story.Lead.Title, story, DiscordText.MessageLink("1", "2", "3"), state);
            Assert.Empty(MessageLimits.Problems(Whole(moved, [])));
        }, iter: 1000);

    [Fact]
    public void Any_page_of_coverage_is_within_every_limit_and_never_taken_for_the_storys_card() =>
        Gen.Select(Story, State, Gen.Int[0, 3], Gen.Enum<CoverageOrder>()).Sample((story, state, page, order) =>
        {
            var components = CoveragePage.Of(story, page, order, state);
            Assert.Empty(MessageLimits.Problems(new() { Components = components, Flags = MessageFlags.IsComponentsV2 }));
            var shown = new Message { Id = new(1), ChannelId = new(2), Components = components, Flags = MessageFlags.IsComponentsV2 };
            Assert.Equal((false, null), (StoryMessage.IsOf(story, shown), StoryMessage.KeyOn(shown)));
        }, iter: 2000);

    [Fact]
    public void Any_topics_that_a_member_follows_leave_the_card_within_every_limit() =>
        Gen.Select(Story, State, Text.List[1, 6]).Sample((story, state, topics) =>
        {
            var followed = state with { FollowedTopics = topics, Pings = [], IsEmbed = false };
            Assert.Empty(MessageLimits.Problems(StoryMessage.For(story, followed)));
            Assert.Empty(MessageLimits.Problems(DigestMessage.For(new(7, [story]), followed)));
        }, iter: 500);

    /// <param name="pings">Whose calls stay above the card, and call nobody again.</param>
    static CreateMessage Whole(EditMessage edit, IReadOnlyList<CardPing> pings) => new()
    {
        Embeds = edit.Embeds,
        Components = edit.Components,
        Flags = edit.Flags ?? MessageFlags.None,
        AllowedMentions = pings is [] ? edit.AllowedMentions : AllowedMentions.OfRoles([.. pings.Select(ping => ping.Role)]),
    };

    /// <summary>What is sent here is held against Discord's OpenAPI document by tests/OpenApi.</summary>
    [Fact]
    public async Task Discord_takes_three_hundred_cards_their_edits_and_their_digests()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var discord = desk.Get<DiscordRest>();
        var channel = Snowflake.Parse(LocalDiscord.Guilds.Seed.NewsChannelId, null);
        var all = new List<(Story Story, CardState State)>();
        Gen.Select(Story, State).Sample((story, state) => { lock (all) all.Add((story, state)); }, iter: 300);

        foreach (var (index, (story, state)) in all.Index())
        {
            var posted = await discord.CreateMessageAsync(channel, StoryMessage.For(story, state), ct);
            await discord.EditMessageAsync(channel, posted.Id, StoryMessage.Edit(story, state with { IsWithdrawn = !state.IsWithdrawn }),
                ct);
            Assert.True(state.IsWithdrawn || StoryMessage.IsOf(story, posted), $"{story.Lead.Title} is not known again.");
            if (index % 10 == 0)
                await discord.CreateMessageAsync(channel,
                    DigestMessage.For(new(index, [.. all.Skip(index).Take(12).Select(one => one.Story)]), state), ct);
        }
    }
}
