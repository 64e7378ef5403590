using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>axe finds nothing wrong with the page, whatever is open on it, on any screen, in any light.</summary>
public sealed class AccessibilityTests(Chromium chromium, BusyDesk desk) : IClassFixture<BusyDesk>
{
    static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    static readonly ViewportSize Desktop = new() { Width = 1180, Height = 760 };

    public static TheoryData<bool, ColorScheme> Looks => new()
    {
        { false, ColorScheme.Dark }, { false, ColorScheme.Light }, { true, ColorScheme.Dark }, { true, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Posts_suggestions_and_the_panel_have_no_violation(bool isPhone, ColorScheme colors)
    {
        await using var window = await OpenAsync(isPhone, colors);
        await window.GoToAsync("news");
        await Expect(window.LastMessage).ToBeVisibleAsync();
        await IsFineAsync(window);

        await window.Composer.PressSequentiallyAsync("/");
        await Expect(window.Suggestions.First).ToBeVisibleAsync();
        await IsFineAsync(window);
        await window.Suggestion("/latest").ClickAsync();
        await IsFineAsync(window);
        await window.Composer.FillAsync("");

        await window.Button("Calls and faults").ClickAsync();
        var panel = window.Page.GetByRole(AriaRole.Complementary, new() { Name = "Calls and faults" });
        await IsFineAsync(window);
        await panel.GetByRole(AriaRole.Tab, new() { Name = "Faults" }).ClickAsync();
        await IsFineAsync(window);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Rules_and_their_forms_have_no_violation(bool isPhone, ColorScheme colors)
    {
        await using var window = await OpenAsync(isPhone, colors);
        var moderator = await Moderator.AtAsync(window, "news");
        var rules = await moderator.AsksAsync("/channel edit channel:#news");
        await IsFineAsync(window);

        await moderator.OpensAsync(rules, "More settings");
        await IsFineAsync(window);
    }

    [Fact]
    public async Task Channels_on_a_phone_and_a_forum_have_no_violation()
    {
        await using var window = await OpenAsync(isPhone: true, ColorScheme.Dark);
        await window.GoToAsync("stories");
        await IsFineAsync(window);

        await window.Button("Channels").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Channels" })).ToBeInViewportAsync();
        await IsFineAsync(window);
    }

    static async Task IsFineAsync(Window window) => Assert.Empty(await window.ViolationsAsync());

    async Task<Window> OpenAsync(bool isPhone, ColorScheme colors)
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenWithAxeAsync(await desk.AddressAsync(), isPhone ? Phone : Desktop, colors);
    }
}
