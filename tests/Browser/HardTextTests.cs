using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Cards whose text and size are hard to show, on a wide page and on a phone.</summary>
public sealed class HardTextTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    [Theory]
    [InlineData("arabic", "ميناء أوسترل يفتح رصيفه الجديد بعد ٤٠ عاما (الجزء 2)")]
    [InlineData("emoji", "🚢🌊 The 👩‍✈️ captain waves 👋🏽 at 🇫🇷 and the 🦭")]
    [InlineData("markdown", "**Bold** _move_ by [the harbour](https://evil.example) | `code` ~~struck~~ # not a heading")]
    [InlineData("mention", "@everyone should read this, says @here <@1214124711315767301> <@&1214125861653970948> <#1214127331308732422>")]
    [InlineData("beginning", "# 1. - > not a heading, a list or a quote")]
    public async Task A_title_reads_as_it_was_written(string name, string title)
    {
        await using var window = await OpenAsync();
        desk.Write($"{name}.md", new(title) { Outlet = name, Excerpt = title,
            Related = [new($"Pier: {title}") { Outlet = $"Also {name}" }] });

        var card = window.Message(await Window.IdAsync(window.Messages.Filter(new() { HasText = title })));
        await Expect(card.Locator(".heading-2")).ToHaveTextAsync(title);
        await Expect(card.GetByRole(AriaRole.Link).Filter(new() { HasText = "Pier:" })).ToContainTextAsync(title.Split(' ')[0]);
        await Expect(card.Locator(".mention, .heading-2 :is(strong, em, s, code)")).ToHaveCountAsync(0);
        await window.PictureAsync(card, $"title-{name}");
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_cut_at_a_word()
    {
        await using var window = await OpenAsync();
        var title = string.Join(' ', Enumerable.Range(1, 60).Select(word => $"w{word:000}"));
        desk.Write("long.md", new(title));

        var card = window.Message(await Window.IdAsync(window.Messages.Filter(new() { HasText = "w001 w002" })));
        await Expect(card.Locator(".heading-2")).ToHaveTextAsync($"{title[..249]}…");
        await window.PictureAsync(card, "title-long");
    }

    [Fact]
    public async Task Forty_outlets_take_no_more_room_than_nine()
    {
        await using var window = await OpenAsync();
        desk.Write("forty.md", new("Everybody writes about the whale")
        {
            Excerpt = "It came in with the tide.",
            Quality = 90,
            Related = [.. Enumerable.Range(2, 39).Select(at =>
                new ArticleFile($"Whale {at}: what the outlet of that number makes of it") { Outlet = $"Outlet {at}",
                PublishedAt = DateTimeOffset.UtcNow.AddMinutes(-at) })],
        });

        var card = window.Message(await Window.IdAsync(window.Messages.Filter(new() { HasText = "Everybody writes about the whale" })));
        await Expect(card).ToContainTextAsync("40 outlets");
        await Expect(card).ToContainTextAsync("+30");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Coverage (40)" })).ToBeVisibleAsync();
        await window.PictureAsync(card, "card-40-outlets");
    }

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        var window = await chromium.OpenAsync(await desk.AddressAsync(), new() { Width = 360, Height = 740 });
        await window.GoToAsync("news");
        return window;
    }
}
