using System.Globalization;
using Microsoft.Playwright;
using Shared;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>How the page draws components, where Discord's way is known; and where somebody lands who comes to see them.</summary>
public sealed class ComponentLookTests(Chromium chromium) : IAsyncDisposable
{
    const string Texts = """
        {"type": 10, "content": "## Power is back"}, {"type": 10, "content": "-# عاجل: عادت الكهرباء"},
        {"type": 10, "content": "In **all** of Kelm."}
        """;

    static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    readonly PlayedBot bot = new();

    [Fact]
    public async Task Texts_of_a_container_are_eight_pixels_apart_and_each_has_its_own_direction()
    {
        await using var window = await OpenAsync();
        var card = await PostAsync(window, $$"""{"type": 17, "components": [{{Texts}}]}""");

        var texts = card.Locator(".container > .markup");
        var boxes = await BoxesAsync(texts);
        Assert.Equal([8, 8], [boxes[1].Y - Bottom(boxes[0]), boxes[2].Y - Bottom(boxes[1])]);
        Assert.Equal(["20px", "13px", "16px"], [
            await StyleAsync(texts.Nth(0).Locator("h3"), "fontSize"), await StyleAsync(texts.Nth(1).Locator("small"), "fontSize"),
            await StyleAsync(texts.Nth(2), "fontSize"),
        ]);
        Assert.Equal("plaintext", await StyleAsync(texts.Nth(1).Locator("small"), "unicodeBidi"));
        await window.PictureAsync(card, "texts");
    }

    [Theory]
    [InlineData(2, "1 1")]
    [InlineData(3, "2 1 1")]
    [InlineData(4, "1 1 1 1")]
    [InlineData(5, "3 3 2 2 2")]
    [InlineData(7, "3 1 1 1 1 1 1")]
    public async Task Gallery_of_several_pictures_is_tiled(int count, string widths)
    {
        await using var window = await OpenAsync();
        var items = string.Join(',', Enumerable.Range(1, count).Select(i => $$"""
            {"media": {"url": "https://images.example/{{i}}.jpg"}, "description": "Picture {{i}}"}
            """));
        var card = await PostAsync(window, $$"""{"type": 17, "components": [{"type": 12, "items": [{{items}}]}]}""");

        await Expect(card.GetByRole(AriaRole.Link, new() { Name = $"Picture {count}" })).ToBeVisibleAsync();
        await Expect(card.Locator("img.arriving")).ToHaveCountAsync(0);
        var boxes = await BoxesAsync(card.Locator(".gallery > .picture"));
        var wanted = widths.Split(' ').Select(width => int.Parse(width, CultureInfo.InvariantCulture)).ToList();
        var unit = boxes.Min(box => box.Width) / wanted.Min();
        Assert.Equal(wanted, boxes.Select(box => (int)Math.Round(box.Width / unit)));
        Assert.Equal("8px", await StyleAsync(card.Locator(".gallery"), "borderTopLeftRadius"));
        await window.PictureAsync(card, $"gallery-{count}");
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1180, 760)]
    public async Task Newcomer_sees_the_newest_posts_of_news_however_late_their_pictures_are(int width, int height)
    {
        await using var earlier = await OpenAsync();
        for (var post = 1; post <= 5; post++)
            await bot.PostAsync(Picture(post));
        await using var window = await bot.WindowAsync(chromium, new() { Width = width, Height = height });
        var arrived = new TaskCompletionSource();
        await PicturesAsync(window, arrived.Task);

        await window.Page.GotoAsync("/");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "news" })).ToBeVisibleAsync();
        await Expect(window.LastMessage).ToContainTextAsync("Post 5");
        arrived.SetResult();

        await Expect(window.Page.Locator("img:not(.arriving)")).ToHaveCountAsync(5);
        await Expect(window.LastMessage.GetByText("End 5")).ToBeInViewportAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);

        static string Picture(int post) => $$$"""
            {"type": 17, "components": [{"type": 10, "content": "Post {{{post}}}"},
              {"type": 12, "items": [{"media": {"url": "https://images.example/{{{post}}}.jpg"}}]},
              {"type": 10, "content": "End {{{post}}}"}]}
            """;
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    Task<Window> OpenAsync() => bot.OpenAsync(chromium, "[]", Phone);

    async Task<ILocator> PostAsync(Window window, string component)
    {
        await PicturesAsync(window, Task.CompletedTask);
        await window.GoToAsync("news");
        var message = window.Message(await bot.PostAsync(component));
        await Expect(message).ToBeVisibleAsync();
        return message;
    }

    static Task<IAsyncDisposable> PicturesAsync(Window window, Task arrived) => window.Page.RouteAsync(
        "https://images.example/**", async route =>
    {
        await arrived;
        await route.FulfillAsync(new() { Path = Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg") });
    });

    static async Task<IReadOnlyList<LocatorBoundingBoxResult>> BoxesAsync(ILocator all) =>
        [.. (await Task.WhenAll((await all.AllAsync()).Select(one => one.BoundingBoxAsync()))).Select(box => box!)];

    static float Bottom(LocatorBoundingBoxResult box) => box.Y + box.Height;

    static Task<string> StyleAsync(ILocator node, string property) =>
        node.EvaluateAsync<string>($"node => getComputedStyle(node).{property}");
}
