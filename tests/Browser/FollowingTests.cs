using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What a member follows on the page, and what a forum tells of a story that develops.</summary>
public sealed class FollowingTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    static readonly ArticleFile Swans =
        new("Swans hold up the morning ferry") { Topic = "Ferries", Quality = 90, Excerpt = "They would not be hurried." };

    static readonly ArticleFile Bakery = new("Bakery on the quay changes hands") { Topic = "Harbour", Quality = 90 };

    [Fact]
    public async Task Who_follows_a_story_under_its_card_is_written_to_when_another_outlet_takes_it_up()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("news");
        desk.Write("swans.md", Swans);
        var card = window.Message(await Window.IdAsync(window.Messages.Filter(new() { HasText = Swans.Title })));

        var before = await window.LastIdAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();
        var followed = await window.AfterAsync(before);
        await Expect(followed).ToContainTextAsync("You now follow this story");
        await window.PictureAsync(followed, "follow");
        var panel = await window.RunAsync("/following");
        await Expect(panel).ToContainTextAsync(Swans.Title);
        await window.PictureAsync(panel, "following");

        desk.Write("swans-elsewhere.md",
            new ArticleFile("Ferry waits for seven swans") { Outlet = "Tidal Post", Topic = "Ferries", Related = [Swans] });
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "News Desk" }).ClickAsync();
        await Expect(window.LastMessage).ToContainTextAsync("1 more outlet · 2 in all");
        await Expect(window.LastMessage).ToContainTextAsync("Ferry waits for seven swans");
        await window.PictureAsync(window.LastMessage, "followed");
        await window.LastMessage.GetByRole(AriaRole.Button, new() { Name = "Unfollow" }).ClickAsync();
        await Expect(window.LastMessage).ToContainTextAsync("You no longer follow this story.");
    }

    [Fact]
    public async Task A_forum_post_says_that_its_story_develops_and_is_told_who_takes_it_up()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "rules");
        await moderator.AsksAsync("/channel add channel:#stories latest:0");
        desk.Write("bakery.md", Bakery);
        await window.GoToAsync("stories", "moderator");
        var post = window.Page.GetByRole(AriaRole.Link, new() { Name = Bakery.Title }).Filter(new() { HasText = "Developing" });
        await Expect(post).ToBeVisibleAsync();
        await window.PictureAsync(post, "forum");

        await post.ClickAsync();
        desk.Write("bakery-elsewhere.md",
            new ArticleFile("A new hand for the old oven") { Outlet = "Quayside Business", Related = [Bakery] });
        await Expect(window.LastMessage).ToContainTextAsync("1 more outlet · 2 in all");
        await Expect(window.Messages.First).ToContainTextAsync("2 outlets");
        await window.PictureAsync(window.LastMessage, "forum-post");
    }

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync());
    }
}
