using Bot.Newsletters;
using Bot.Tests.Cards;
using Desk.Channels;
using Microsoft.Playwright;
using Shared;

namespace Browser.Tests;

/// <summary>A newsletter as its readers see it, on any screen, in any light.</summary>
public sealed class NewsletterLookTests(Chromium chromium)
{
    const string Address = "https://letter.example/";

    [Theory]
    [InlineData(390, ColorScheme.Dark, "rgb(43, 45, 49)")]
    [InlineData(390, ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(1000, ColorScheme.Dark, "rgb(43, 45, 49)")]
    [InlineData(1000, ColorScheme.Light, "rgb(255, 255, 255)")]
    public async Task Newsletter_fits_every_screen_in_its_colors(int width, ColorScheme colors, string background)
    {
        await using var window = await chromium.OpenWithAxeAsync(new(Address), new() { Width = width, Height = 844 }, colors);
        await window.Page.RouteAsync("https://*.example/**", route => route.FulfillAsync(route.Request.Url == Address
            ? new() { Body = Letter(), ContentType = "text/html" }
            : new() { Path = Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg") }));

        await window.Page.GotoAsync(Address);

        var main = window.Page.GetByRole(AriaRole.Main);
        if (Environment.GetEnvironmentVariable("CARD_PICTURES") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, $"newsletter-{(width < 600 ? "phone" : "desktop")}-{colors}.png".ToLowerInvariant());
            await window.Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }

        Assert.Equal(background, await main.EvaluateAsync<string>("node => getComputedStyle(node).backgroundColor"));
        Assert.Equal(Math.Min(width, 600), (await main.BoundingBoxAsync())!.Width);
        Assert.Equal(width, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await window.ViolationsAsync());
    }

    static string Letter() => NewsletterHtml.Of(Newsletter.Of(
        "News digest · 2026-11-24",
        [
            Sample.Of(Sample.Lead, outlets: 40),
            Sample.Of(Sample.Lead with { Title = "Ferries return", Images = [], Excerpt = "" }, outlets: 1),
            Sample.Of(Sample.Lead with { Title = "العاصفة تقطع الكهرباء عن أربعين ألف منزل" }, outlets: 9),
            Sample.Of(Sample.Lead with { Title = string.Concat(Enumerable.Repeat("Unbreakable", 27)) }, outlets: 3),
        ],
        ChannelRules.Default,
        Sample.Now));
}
