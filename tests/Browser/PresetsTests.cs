using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A preset on its way from a channel to a file, back, and to another channel.</summary>
public sealed class PresetsTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task Preset_is_saved_exported_imported_and_used_for_another_channel()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "announcements");

        var panel = await moderator.AsksAsync("/channel presets");
        await window.PictureAsync(panel, "presets");
        await ChoosesPresetAsync(window, panel, "Choose a preset", "Front page");
        await Expect(panel).ToContainTextAsync("minimum outlets: 3");
        var setup = await UsesAsync(window, panel);
        await moderator.ChoosesAsync(setup, "Choose where to post", "announcements");
        await window.PictureAsync(setup, "presets-setup");
        await Pressed(setup, "Start posting").ClickAsync();
        await Expect(setup).ToContainTextAsync("now gets news.");

        var form = await moderator.OpensAsync(panel, "Save as preset");
        await form.GetByLabel("Name").FillAsync("Breaking *news*");
        await moderator.ChoosesInFormAsync(form, "Channel", "announcements");
        await window.PictureAsync(form, "presets-save");
        await moderator.SubmitsAsync();
        await Expect(panel).ToContainTextAsync("Saved Breaking *news*.");
        await window.PictureAsync(panel, "presets-saved");

        var file = await ExportAsync(window, panel);
        await Pressed(panel, "Delete …").ClickAsync();
        await Expect(panel).ToContainTextAsync("Delete Breaking *news*?");
        await window.PictureAsync(panel, "presets-delete");
        await Pressed(panel, "Delete now").ClickAsync();
        await Expect(panel).ToContainTextAsync("Deleted Breaking *news*.");

        await ImportAsync(moderator, panel, "notes.yaml", "presets:\n  - preset: Mine\n    mod: daily\n");
        await Expect(window.LastMessage).ToContainTextAsync("notes.yaml:3:5: There is no rule \"mod\". Did you mean mode?");
        await ImportAsync(moderator, panel, "breaking-news.yaml", file);
        await Expect(panel).ToContainTextAsync("Saved Breaking *news*.");

        setup = await UsesAsync(window, panel);
        await moderator.ChoosesAsync(setup, "Choose where to post", "news");
        await Expect(setup).ToContainTextAsync("minimum outlets: 1 → 3");
        await window.PictureAsync(setup, "presets-changes");
        await Pressed(setup, "Save changes").ClickAsync();
        await Expect(setup).ToContainTextAsync("news gets news by the preset Breaking *news*.");
    }

    static async Task<ILocator> UsesAsync(Window window, ILocator panel)
    {
        var before = await window.LastIdAsync();
        await Pressed(panel, "Use …").ClickAsync();
        return await window.AfterAsync(before, "Set up a news channel");
    }

    static async Task<string> ExportAsync(Window window, ILocator panel)
    {
        var before = await window.LastIdAsync();
        await Pressed(panel, "Export").ClickAsync();
        var exported = await window.AfterAsync(before, "To use it on another server");
        await Expect(exported).ToContainTextAsync("Only you can see this");
        var link = exported.GetByRole(AriaRole.Link, new() { Name = "breaking-news.yaml" });
        return await window.Page.EvaluateAsync<string>(
            "address => fetch(address).then(answer => answer.text())", await link.GetAttributeAsync("href"));
    }

    static async Task ImportAsync(Moderator moderator, ILocator panel, string name, string text)
    {
        var form = await moderator.OpensAsync(panel, "Import presets");
        await form.GetByLabel("File").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await moderator.SubmitsAsync();
    }

    /// <summary>The menu says below each preset what it does.</summary>
    static async Task ChoosesPresetAsync(Window window, ILocator message, string shown, string preset)
    {
        await Pressed(message, shown).ClickAsync();
        await window.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = preset }).ClickAsync();
    }

    static ILocator Pressed(ILocator message, string name) => message.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync());
    }
}
