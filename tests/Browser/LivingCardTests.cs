using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What becomes of posts while files are written, as a moderator sees it; each test in a channel of its own.</summary>
public sealed class LivingCardTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    static readonly string[] Outlets =
        ["Tidal Post", "Ostrel Radio", "Fennet Islander", "The Lantern", "Quayside Business", "Stannick Mercury", "North Stand",
        "Grid Ledger"];

    static readonly ArticleFile Seal = new("Seal closes the slipway for a second morning")
    {
        Excerpt = "Two boats waited, one harbour master reasoned with it.",
        Quality = 90,
    };

    [Fact]
    public async Task A_card_grows_where_it_was_posted_and_is_struck_through_when_its_story_is_withdrawn()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "general");
        await moderator.AsksAsync("/channel add channel:#general latest:0");
        var pings = await moderator.AddsPingAsync(await moderator.AsksAsync("/channel edit channel:#general"), "Editors");
        await Expect(pings).ToContainTextAsync("@Editors");

        desk.Write("seal.md", Seal);
        var posts = window.Messages.Filter(new() { HasText = Seal.Title });
        var card = window.Message(await Window.IdAsync(posts));
        await Expect(card).ToContainTextAsync("@Editors");
        await Expect(card).Not.ToContainTextAsync("outlets");
        await Expect(card).Not.ToContainTextAsync("Updated");
        await window.PictureAsync(card, "card-1-outlet");

        desk.Write("seal.md", Seal with { Related = Coverage(2) });
        await Expect(card).ToContainTextAsync("3 outlets");
        await Expect(card).ToContainTextAsync("Updated");
        await Expect(card).ToContainTextAsync("Tidal Post The seal as Tidal Post has it");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Coverage (3)" })).ToBeVisibleAsync();
        await window.PictureAsync(card, "card-3-outlets");

        // A file of another outlet, that lists this one's and two more.
        var radio = Coverage(5)[^1] with { Related = [Seal, .. Coverage(4)] };
        desk.Write("seal-elsewhere.md", radio);
        await Expect(card).ToContainTextAsync("6 outlets");
        desk.Write("seal.md", Seal with { Related = Coverage(8) });
        await Expect(card).ToContainTextAsync("9 outlets");
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "The seal as" })).ToHaveCountAsync(3);
        await Expect(card).ToContainTextAsync("now 9 outlets");
        await window.PictureAsync(card, "card-9-outlets");
        await Expect(posts).ToHaveCountAsync(1);
        await Expect(window.Messages.Filter(new() { HasText = "@Editors" }).Filter(new() { HasNotText = "Only you can see this" }))
            .ToHaveCountAsync(1);

        desk.Write("seal.md", Seal with { IsPublished = false });
        desk.Write("seal-elsewhere.md", radio with { IsPublished = false });
        await Expect(card).ToContainTextAsync("Withdrawn: this story is no longer published.");
        await Expect(card.Locator("s").First).ToHaveTextAsync(Seal.Title);
        await Expect(card.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await Expect(card).Not.ToContainTextAsync("@Editors");
        await window.PictureAsync(card, "card-withdrawn");
        await Expect(posts).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_paused_channel_gets_nothing_until_it_is_resumed_and_then_what_came_meanwhile()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "announcements");
        await moderator.AsksAsync("/channel add channel:#announcements latest:0 topics:Energy");
        await Expect(await moderator.AsksAsync("/channel pause channel:#announcements"))
            .ToContainTextAsync("is paused. New stories will wait");
        await Expect(await moderator.AsksAsync("/channel list")).ToContainTextAsync("⏸ Paused");

        var turbine = new ArticleFile("Turbine turns for a thousand days") { Topic = "Energy" };
        desk.Write("turbine.md", turbine);
        var why = "/channel why channel:#announcements article:Turbine turns";
        await Expect(await moderator.AsksUntilAsync(why, "Status: held")).ToContainTextAsync("The channel was paused");
        var list = await moderator.AsksAsync("/channel list");
        await Expect(list).ToContainTextAsync("announcements · Energy · 1 held");
        await window.PictureAsync(list, "list-paused");
        var posts = window.Messages.Filter(new() { Has = window.Page.GetByRole(AriaRole.Link, new() { Name = turbine.Title }) });
        await Expect(posts).ToHaveCountAsync(0);

        await Expect(await moderator.AsksAsync("/channel resume channel:#announcements"))
            .ToContainTextAsync("I'll post the story that came during the pause");
        await Expect(posts).ToHaveCountAsync(1);
        var after = await moderator.AsksAsync("/channel list");
        await Expect(after).ToContainTextAsync("announcements · Energy · 1 posted");
        await Expect(after).Not.ToContainTextAsync("⏸");
        await window.PictureAsync(after, "list");
    }

    static List<ArticleFile> Coverage(int outlets) =>
        [.. Outlets.Take(outlets).Select((outlet, at) =>
            new ArticleFile($"The seal as {outlet} has it, in {(at + 3).ToString(CultureInfo.InvariantCulture)} words") { Outlet = outlet,
            PublishedAt = Seal.PublishedAt.AddMinutes(at) })];

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync());
    }
}
