using System.Globalization;
using Articles;
using Articles.Files;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Read;
using Bot.Hosting;
using Bot.Tests.Cards;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Cards as readers see them: how much of a phone's window they take, and pictures of them for the documents.</summary>
public sealed class CardLookTests(Chromium chromium)
{
    /// <summary>Set to anything, it has the pictures in the documents taken again.</summary>
    const string PicturesVariable = "CARD_PICTURES";

    static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    /// <summary>In CSS pixels: the channel's head, and where one types.</summary>
    const int AroundPost = 160;

    static readonly ViewportSize Desktop = new() { Width = 1000, Height = 900 };

    /// <summary>How tall a card is is measured in the first; the others are only for pictures.</summary>
    static readonly (string Look, ViewportSize Size, ColorScheme Colors)[] Looks =
    [
        ("phone-dark", Phone, ColorScheme.Dark), ("phone-light", Phone, ColorScheme.Light),
        ("desktop-dark", Desktop, ColorScheme.Dark), ("desktop-light", Desktop, ColorScheme.Light),
    ];

    static readonly CardState State = new() { Now = Sample.Now };

    [Fact]
    public async Task The_reference_card_leaves_room_for_other_posts_on_a_phone()
    {
        var lead = Reference();
        var plain = Story.Of(1, [lead with { Images = [] }], lead.PublishedAt);
        var pictured = Story.Of(1, [lead with { Images = [new(new("https://images.example/storm.jpg"), 1200, 630)] }], lead.PublishedAt);

        Assert.InRange(await HeightAsync(plain, "reference-plain"), 200, Phone.Height * 0.60);
        Assert.InRange(await HeightAsync(pictured, "reference"), 300, Phone.Height * 0.85);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task Any_number_of_outlets_fits_a_phone(int outlets) =>
        Assert.InRange(await HeightAsync(Sample.Of(Sample.Lead, outlets), $"{outlets}-outlets"), 200, Phone.Height);

    [Theory]
    [InlineData(CardLayout.Full)]
    [InlineData(CardLayout.Compact)]
    [InlineData(CardLayout.Headline)]
    [InlineData(CardLayout.Line)]
    public async Task Each_layout_is_smaller_than_the_one_before(CardLayout layout)
    {
        var state = State with { Look = CardLook.Default with { Layout = layout } };
        var height = await HeightAsync(Sample.Of(Sample.Lead, outlets: 9), $"layout-{layout}".ToLowerInvariant(), state);
        var most = layout switch { CardLayout.Full => 844, CardLayout.Compact => 330, CardLayout.Headline => 200, _ => 120 };
        Assert.InRange(height, 20, most);
    }

    [Fact]
    public async Task A_digest_is_a_front_page_with_pictures()
    {
        var digest = new Digest(1, [Sample.Of(Sample.Lead, outlets: 9), .. Others.Select((title, at) => Other(title, at))]);
        Assert.InRange(await HeightAsync(digest, "digest"), 400, 2 * Phone.Height);
    }

    [Fact]
    public async Task A_forum_has_each_story_as_a_post_with_later_outlets_as_replies()
    {
        var story = Sample.Of(Sample.Lead, outlets: 9);
        var update = new CoverageUpdate
        {
            Id = 1,
            PublicKey = 2,
            StoryId = story.Id,
            Outlets = [.. story.Coverage.Lines.Skip(1).Take(2).Select(line => line.Outlet)],
        };
        await ShowAsync("forum", async discord =>
        {
            var message = StoryMessage.For(story, State);
            var post = await discord.StartThreadInForumChannelAsync(
                Id(Seed.ForumChannelId), new() { Name = story.Lead.Title, AppliedTags = [Id(Seed.WeatherTagId)], Message = message }, Ct);
            await discord.CreateMessageAsync(post.Id, CoverageUpdateMessage.For(story, update, State, isPrivate: false)!, Ct);
            return $"{post.Id}";
        });
    }

    static readonly string[] Others =
    [
        "Night ferry returns after eleven years", "Council lets the Ropewalk keep its floodlights", "Tide tables were wrong for a week",
        "Old lighthouse becomes a library", "Why the herring came back", "Market hall opens on Sundays",
    ];

    /// <summary>One of the others of a front page; every second one has a picture.</summary>
    static Story Other(string title, int at) => Sample.Of(
        Sample.Lead with
        {
            Id = 100 + at,
            PublicKey = 100 + at,
            Title = title,
            WebUrl = new($"https://harbourgazette.example/{at}"),
            PublishedAt = Sample.Now.AddHours(-6 - at),
            Topics = [at % 2 == 0 ? "Harbor" : "City hall"],
            Images = at % 2 == 0 ? Sample.Lead.Images : [],
        },
        outlets: 1 + (at * 2 % 5));

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task A_page_of_coverage_is_not_much_taller_than_a_phone(int outlets) =>
        Assert.InRange(await CoverageHeightAsync(Sample.Of(Sample.Lead, outlets), $"coverage-{outlets}"), 100, Phone.Height * 1.1);

    [Fact]
    public async Task A_page_of_coverage_keeps_its_shape_with_long_headlines_from_right_to_left()
    {
        var title = string.Concat(Enumerable.Repeat("العاصفة تقطع الكهرباء ", 14)).Trim();
        CoverageLine[] lines = [.. Enumerable.Range(1, 8).Select(number => Sample.Line(number) with { Title = title })];

        Assert.InRange(
            await CoverageHeightAsync(Sample.Of(Sample.Lead with { Title = title }, lines), "coverage-arabic"), 300, Phone.Height * 1.5);
    }

    Task<float> CoverageHeightAsync(Story story, string name) => HeightAsync(
        new CreateMessage { Components = CoveragePage.Of(story, page: 0, CoverageOrder.First, State), Flags = MessageFlags.IsComponentsV2 },
        name);

    static Article Reference()
    {
        var reading = ArticleReader.Read("reference.md", File.ReadAllBytes(Checkout.Corpus("seed-article.md")));
        return reading.Article! with { Id = 1, PublicKey = (1L << 62) + 123456789012345 };
    }

    Task<float> HeightAsync(Story story, string name, CardState? state = null) =>
        HeightAsync(StoryMessage.For(story, state ?? State), name);

    Task<float> HeightAsync(Digest digest, string name) => HeightAsync(DigestMessage.For(digest, State), name);

    /// <summary>Of a post on a phone, in CSS pixels.</summary>
    Task<float> HeightAsync(CreateMessage post, string name) => ShowAsync(name, async discord =>
    {
        await discord.CreateMessageAsync(Id(Seed.NewsChannelId), post, Ct);
        return "news";
    });

    /// <summary>Looks at what is posted, and takes the pictures of it.</summary>
    /// <param name="postAsync">Returns where it is: the name or id of a channel.</param>
    /// <returns>How tall the last message is on a phone, in CSS pixels.</returns>
    async Task<float> ShowAsync(string name, Func<DiscordRest, Task<string>> postAsync)
    {
        Chromium.SkipIfAbsent();
        await using var server = await LocalDiscordServer.StartAsync(new() { Port = 0 }, TimeProvider.System, Ct);
        await using var discord = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDiscord(new() { Token = LocalDiscordServer.Token, ApiBase = server.ApiBase })
            .BuildServiceProvider();
        var channel = await postAsync(discord.GetRequiredService<DiscordRest>());

        var pictures = Environment.GetEnvironmentVariable(PicturesVariable);
        var height = 0f;
        foreach (var (look, size, colors) in string.IsNullOrEmpty(pictures) ? Looks[..1] : Looks)
        {
            await using var window = await chromium.OpenAsync(server.Address, size, colors, isTouched: size == Phone);
            await window.Page.RouteAsync("https://*.example/**", route => route.FulfillAsync(
                new() { Path = Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg") }));
            await window.Page.GotoAsync($"/#{channel}");
            var card = window.Messages.Last;
            await Expect(card).ToBeVisibleAsync();
            await window.Page.EvaluateAsync("() => Promise.all([...document.images].map(image => image.decode().catch(() => 0)))");
            var tall = (await card.Locator(".message-body").BoundingBoxAsync())!.Height;
            if (size == Phone)
                height = tall;
            if (pictures is not { Length: > 0 } folder)
                continue;
            // A picture shows all of it.
            if (tall > size.Height - AroundPost)
                await window.Page.SetViewportSizeAsync(size.Width, (int)tall + AroundPost);
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png") });
        }

        return height;
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Snowflake Id(string id) => Snowflake.Parse(id, CultureInfo.InvariantCulture);
}
