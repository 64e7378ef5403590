using System.Text;
using LocalDiscord.Guilds;
using Microsoft.Playwright;
using Shared;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>How a moderator sets up channels, each test in one of its own.</summary>
public sealed class SetUpTests(Chromium chromium, BusyDesk desk) : IClassFixture<BusyDesk>
{
    [Fact]
    public async Task Rules_are_imported_from_a_file_that_is_chosen_for_the_command()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "announcements");
        await moderator.AsksAsync("/channel add channel:#announcements latest:0");
        const string rules = $"""
            channels:
              - channel: "{Seed.AnnouncementsChannelId}"
                topics: [ferries]
            """;

        await window.Composer.PressSequentiallyAsync("/channel impor");
        await window.Suggestion("/channel import").ClickAsync();
        await window.Suggestion("A YAML file").ClickAsync();
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() => window.Suggestion("Choose a file…").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload
        {
            Name = "rules.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(rules),
        });
        var before = await window.LastIdAsync();
        await window.Send.ClickAsync();
        var asked = await window.AfterAsync(before, "This would change");
        await Expect(asked).ToContainTextAsync("ferries");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(asked).ToContainTextAsync("Changed announcements");
        await Expect(await moderator.AsksAsync("/channel edit channel:#announcements")).ToContainTextAsync("topics: ferries");
    }

    [Fact]
    public async Task The_bot_gets_a_name_and_a_picture_for_the_server()
    {
        await using var window = await OpenAsync();
        await Moderator.AtAsync(window, "news");
        await window.Composer.PressSequentiallyAsync("/channel prof");
        await window.Suggestion("/channel profile").ClickAsync();
        await window.Suggestion("A PNG, JPEG, or GIF").ClickAsync();
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() => window.Suggestion("Choose a file…").ClickAsync());
        await chooser.SetFilesAsync(Path.Combine(Checkout.Root, "tests/Browser/storm-at-dawn.jpg"));
        var before = await window.LastIdAsync();
        await window.Composer.PressSequentiallyAsync(" name:The Gazette");
        await window.Send.ClickAsync();
        await Expect(await window.AfterAsync(before))
            .ToContainTextAsync("I'm called The Gazette in this server now, with the new picture.");

        var post = window.Messages.Filter(new() { HasText = "Noon kick-offs" }).First;
        await Expect(post.Locator(".author")).ToHaveTextAsync("The Gazette");
        await Expect(post.Locator("img.avatar")).ToHaveJSPropertyAsync("complete", true);
        await window.PictureAsync(post, "profile");

        await window.RunAsync("/channel profile reset:true", "I have my own name and picture in this server again.");
        await Expect(post.Locator(".author")).ToHaveTextAsync("News Desk");
    }

    [Fact]
    public async Task What_a_channel_gets_is_set_by_clicking_and_each_change_shows_what_it_would_let_through()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "general");
        var added = await moderator.PicksAsync("/channel add", "#general", "latest:0");
        await Expect(added).ToContainTextAsync("now gets news on every topic. The next story will be its first post.");
        await Expect(added).ToContainTextAsync("Only you can see this");

        var panel = await moderator.AsksAsync("/channel edit channel:#general");
        await Expect(panel).ToContainTextAsync("Channel rules");
        await Expect(panel).ToContainTextAsync("50 of the last 50 stories pass these rules.");
        await Expect(panel).ToContainTextAsync("Every story, at once and without a ping.");
        await window.PictureAsync(panel, "panel-new");

        await moderator.ChoosesAllAsync(panel, "Topics: every topic", "Ferries", "Energy");
        await Expect(panel).ToContainTextAsync("topics: ferries, energy");
        await Expect(panel).ToContainTextAsync("these rules. Most others are stopped by topics.");

        await moderator.ChoosesAsync(panel, "Each story at once", "Hourly digest");
        await Expect(panel).ToContainTextAsync("delivery: hourly digest");
        await moderator.ChoosesAsync(panel, "Hourly digest", "Each story at once");
        await Expect(panel).Not.ToContainTextAsync("delivery:");

        var pings = await moderator.AddsPingAsync(panel, "Editors");
        await Expect(pings).ToContainTextAsync("@Editors · every story");
        await window.PictureAsync(pings, "panel-pings");

        await moderator.ChoosesAllAsync(panel, "Ferries, Energy", "Ferries", "Energy");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Topics: every topic" })).ToBeVisibleAsync();
        await Expect(panel).Not.ToContainTextAsync("topics: ferries");
    }

    [Fact]
    public async Task Words_and_numbers_are_asked_for_in_forms_and_a_mistake_changes_nothing()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "general");
        await moderator.AsksAsync("/channel add channel:#stories latest:0");
        var panel = await moderator.AsksAsync("/channel edit channel:#stories");

        var numbers = await moderator.OpensAsync(panel, "Numbers");
        await numbers.GetByLabel("Minimum outlets").FillAsync("4");
        await window.PictureAsync(numbers, "form-numbers");
        await moderator.SubmitsAsync();
        await Expect(panel).ToContainTextAsync("minimum outlets: 4");

        var words = await moderator.OpensAsync(panel, "Words and outlets");
        await words.GetByLabel("Required words", new() { Exact = true }).FillAsync("storm, /ferr(y|ies)/");
        await window.PictureAsync(words, "form-words");
        await moderator.SubmitsAsync();
        await Expect(panel).ToContainTextAsync("required words: storm, /ferr(y|ies)/");
        await window.PictureAsync(panel, "panel-changed");


        var wrong = await moderator.OpensAsync(panel, "Numbers");
        await Expect(wrong.GetByLabel("Minimum outlets")).ToHaveValueAsync("4");
        await wrong.GetByLabel("Minimum outlets").FillAsync("5");
        await wrong.GetByLabel("Minimum quality").FillAsync("rather good");
        await moderator.SubmitsAsync();
        var told = window.Messages.Filter(new() { HasText = "Nothing was changed:" });
        await Expect(told).ToContainTextAsync("Minimum quality");
        await Expect(told).ToContainTextAsync("rather good");
        await window.PictureAsync(told, "form-mistake");
        await Expect(panel).ToContainTextAsync("minimum outlets: 4");
    }

    [Fact]
    public async Task What_would_be_posted_is_shown_to_the_moderator_alone_and_posted_by_a_press()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "announcements");
        await moderator.AsksAsync("/channel add channel:#announcements topics:Football latest:0");
        var posts = window.Messages.Filter(new() { HasText = "Noon kick-offs" }).Filter(new() { HasNotText = "Only you can see this" });

        var trial = await moderator.AsksAsync("/channel test channel:#announcements");
        await Expect(trial).ToContainTextAsync("these rules. Most others are stopped by topics. The newest:");
        await Expect(trial).ToContainTextAsync("Noon kick-offs");
        await Expect(posts).ToHaveCountAsync(0);
        await window.PictureAsync(trial, "test-answer");
        await trial.GetByRole(AriaRole.Button, new() { Name = "Post now" }).ClickAsync();

        await Expect(posts).ToHaveCountAsync(1);
        await Expect(window.Messages.Filter(new() { HasText = "I'll post" })).ToContainTextAsync("Only you can see this");
        var again = await moderator.AsksAsync("/channel test channel:#announcements");
        await Expect(again).ToContainTextAsync("The newest (posted on request");
        await Expect(again.GetByRole(AriaRole.Button, new() { Name = "Post now" })).ToBeDisabledAsync();

        var why = await moderator.AsksAsync("/channel why article:Noon kick-offs channel:#announcements");
        await Expect(why).ToContainTextAsync("✓ topics");
        await Expect(why).ToContainTextAsync("Status: posted on request");
        await window.PictureAsync(why, "why-posted");
        var whyNot = await moderator.AsksAsync("/channel why article:Storm Marmalade is no joke channel:#announcements");
        await Expect(whyNot).ToContainTextAsync("← stopped it");
        await Expect(whyNot).ToContainTextAsync("It was published before this channel was added.");
        await window.PictureAsync(whyNot, "why-not");

        var history = await moderator.AsksAsync("/channel history channel:#announcements");
        await Expect(history).ToContainTextAsync("Delivery history");
        await Expect(history.GetByRole(AriaRole.Link, new() { Name = "Noon kick-offs" }).First).ToBeVisibleAsync();
        await window.PictureAsync(history, "history");
        await Expect(posts).ToHaveCountAsync(1);
        await why.GetByRole(AriaRole.Link, new() { Name = "announcements › message" }).ClickAsync();
        await Expect(posts).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_and_all_is_well_once_it_is_given()
    {
        await using var window = await OpenAsync();
        var moderator = await Moderator.AtAsync(window, "rules");
        await moderator.WithdrawsAsync("Send Messages");
        await moderator.WithdrawsAsync("Embed Links");
        var checklist = await moderator.AsksAsync("/channel add channel:#rules latest:0");
        await Expect(checklist).ToContainTextAsync("now gets news on every topic.");
        await Expect(checklist).ToContainTextAsync("give me Send Messages, Embed Links, and press Check again.");
        await window.PictureAsync(checklist, "permissions-missing");

        await moderator.GivesBackAsync("Send Messages");
        await moderator.GivesBackAsync("Embed Links");
        await checklist.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await Expect(checklist).ToContainTextAsync("Ready to post");

        await moderator.WithdrawsAsync("Create Public Threads");
        var panel = await moderator.AsksAsync("/channel edit channel:#rules");
        await Expect(panel).Not.ToContainTextAsync("missing a permission");
        var rest = await moderator.OpensAsync(panel, "More settings");
        await moderator.ChoosesInFormAsync(rest, "Threads", "Yes");
        await moderator.SubmitsAsync();
        await Expect(panel).ToContainTextAsync("I'm missing a permission for this. Give me Create Public Threads in rules.");
        await window.PictureAsync(panel, "panel-not-allowed");
    }

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync());
    }
}
