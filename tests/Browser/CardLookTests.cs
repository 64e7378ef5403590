using System.Globalization;
using Articles;
using Articles.Files;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Read;
using Bot.Hosting;
using Bot.Tests.Cards;
using Desk.Channels;
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

    /// <summary>Of the card on a phone, in CSS pixels. Takes the pictures on the way.</summary>
    Task<float> HeightAsync(Story story, string name, CardState? state = null) =>
        HeightAsync(StoryMessage.For(story, state ?? State), name);

    /// <inheritdoc cref="HeightAsync(Story, string, CardState)"/>
    async Task<float> HeightAsync(CreateMessage message, string name)
    {
        Chromium.SkipIfAbsent();
        var ct = TestContext.Current.CancellationToken;
        await using var server = await LocalDiscordServer.StartAsync(new() { Port = 0 }, TimeProvider.System, ct);
        await using var discord = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDiscord(new() { Token = LocalDiscordServer.Token, ApiBase = server.ApiBase })
            .BuildServiceProvider();
        var news = Snowflake.Parse(Seed.NewsChannelId, CultureInfo.InvariantCulture);
        await discord.GetRequiredService<DiscordRest>().CreateMessageAsync(news, message, ct);

        var pictures = Environment.GetEnvironmentVariable(PicturesVariable);
        var height = 0f;
        foreach (var (look, size, colors) in string.IsNullOrEmpty(pictures) ? Looks[..1] : Looks)
        {
            await using var window = await chromium.OpenAsync(server.Address, size, colors, isTouched: size == Phone);
            await window.Page.RouteAsync("https://*.example/**", route => route.FulfillAsync(
                new() { Path = Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg") }));
            await window.Page.GotoAsync("/#news");
            var card = window.Messages.Last;
            await Expect(card).ToBeVisibleAsync();
            await card.EvaluateAsync("node => Promise.all([...node.querySelectorAll('img')].map(image => image.decode().catch(() => 0)))");
            if (size == Phone)
                height = (await card.Locator(".message-body").BoundingBoxAsync())!.Height;
            if (pictures is { Length: > 0 } folder)
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png") });
        }

        return height;
    }
}
