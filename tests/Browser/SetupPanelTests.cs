using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The panel with which a moderator sets up a channel, from nothing to the first post.</summary>
public sealed class SetupPanelTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task From_nothing_to_the_first_post_takes_two_interactions()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "general");

        var panel = await moderator.AsksAsync("/channel setup");
        await Expect(panel).ToContainTextAsync("Set up a news channel");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "general", Exact = true })).ToBeVisibleAsync();
        await window.PictureAsync(panel, "setup-new");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Start posting" }).ClickAsync();

        await Expect(panel).ToContainTextAsync("Ready to post");
        await Expect(panel).ToContainTextAsync("now gets news. I'll post the latest story now.");
        await Expect(window.Messages.Filter(new() { HasText = "Noon kick-offs" })).ToHaveCountAsync(1);
        await window.PictureAsync(panel, "setup-checklist");

        await moderator.WithdrawsAsync("Embed Links");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("Almost ready");
        await Expect(panel).ToContainTextAsync("give me Embed Links, and press Check again.");
        await window.PictureAsync(panel, "setup-checklist-missing");
        await moderator.GivesBackAsync("Embed Links");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("Ready to post");

        var rules = await OpensAsync(window, panel, "Edit rules", "Channel rules");
        await window.PictureAsync(rules, "panel-rules");
        var preview = await OpensAsync(window, rules, "Preview", "The newest (posted");
        await window.PictureAsync(preview, "panel-preview");
    }

    [Fact]
    public async Task Choices_are_shown_and_tried_before_anything_is_posted()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "rules");

        var panel = await moderator.AsksAsync("/channel setup");
        await Expect(panel).ToContainTextAsync("I can't post in rules yet. Give me Send Messages, Embed Links there.");
        await moderator.ChoosesAsync(panel, "rules", "stories");
        await Expect(panel).Not.ToContainTextAsync("I can't post");
        await moderator.ChoosesAllAsync(panel, "Every topic", "Ferries", "Football");
        await Expect(panel).ToContainTextAsync("Most others are stopped by topics.");
        await moderator.ChoosesAsync(panel, "Full card", "Compact: headline, small picture, outlets");
        await moderator.ChoosesAsync(panel, "Nobody", "Editors");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Expect(panel).ToContainTextAsync("The next story that comes");
        await window.PictureAsync(panel, "setup-chosen");

        var preview = await OpensAsync(window, panel, "Preview", "The newest:");
        await Expect(preview).ToContainTextAsync("Noon kick-offs");
        await window.PictureAsync(preview, "setup-preview");
        await Expect(await moderator.AsksAsync("/channel list")).Not.ToContainTextAsync("stories ·");
    }

    /// <summary>Presses a button whose answer is a private message of its own.</summary>
    static async Task<ILocator> OpensAsync(Window window, ILocator message, string button, string answered)
    {
        var before = await window.LastIdAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var answer = await window.AfterAsync(before, answered);
        await Expect(answer).ToContainTextAsync("Only you can see this");
        return answer;
    }

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync());
    }
}
