using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shared;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The picture in the README: a whole card with its photo, and where it stands.</summary>
public sealed partial class ReadmePictureTests(Chromium chromium, ReadmePictureTests.StormDesk desk)
    : IClassFixture<ReadmePictureTests.StormDesk>
{
    /// <summary>Set to anything, it has the picture taken again.</summary>
    const string PictureVariable = "README_PICTURE";

    /// <summary>The samples' outlets are invented, and so is their logo.</summary>
    const string Logo =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#0b5c7a"/>
        <path d="M4 22q5-7 10 0t10 0 10 0 10 0M4 32q5-7 10 0t10 0 10 0 10 0" fill="none" stroke="#fff" stroke-width="4"/></svg>
        """;

    [Fact]
    public async Task Whole_card_is_in_view_with_its_photo()
    {
        Chromium.SkipIfAbsent();
        await using var window = await chromium.OpenAsync(await desk.AddressAsync(), new() { Width = 1000, Height = 1096 });
        await window.Page.RouteAsync("https://images.*.example/**", ServeAsync);

        await window.GoToAsync("news");

        var card = window.Messages.Filter(new() { HasText = "Storm Marmalade cuts power" }).Last;
        var photo = card.Locator("img").Last;
        await Expect(photo).ToHaveJSPropertyAsync("naturalWidth", 1200);
        await Expect(card).ToBeInViewportAsync(new() { Ratio = 1 });
        if (Environment.GetEnvironmentVariable(PictureVariable) is { Length: > 0 })
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "docs/card.png") });
    }

    static Task ServeAsync(IRoute route) => route.Request.Url.EndsWith("stannick-substation-dawn.jpg", StringComparison.Ordinal)
        ? route.FulfillAsync(new() { Path = Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg") })
        : route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Logo });

    /// <summary>The story of the storm alone, as if it had happened yesterday.</summary>
    public sealed partial class StormDesk : Desk
    {
        static readonly DateTimeOffset DayAfter = new(2026, 11, 14, 12, 0, 0, TimeSpan.Zero);

        protected override string LastPost => "Storm Marmalade cuts power";

        protected override void Fill()
        {
            var (file, later) = ("content/2026-11-13-storm-cuts-power.md", DateTimeOffset.UtcNow - DayAfter);
            WriteText(file, Date().Replace(
                File.ReadAllText(Path.Combine(Checkout.Root, file)),
                date => $"{DateTimeOffset.Parse(date.Value, CultureInfo.InvariantCulture) + later:O}"));
        }

        [GeneratedRegex("(?<=publishedDateTime: ).+")]
        private static partial Regex Date();
    }
}
