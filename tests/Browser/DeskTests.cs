using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What people do with the news desk, as they do it.</summary>
public sealed class DeskTests(Chromium chromium, Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task A_command_is_typed_with_the_suggestions_of_the_page_and_of_the_bot()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("rules");

        await window.Composer.PressSequentiallyAsync("/top");
        await Expect(window.Suggestions.First).ToContainTextAsync("/topic");
        await Expect(window.Suggestions.First).ToContainTextAsync("latest");
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Composer).ToHaveValueAsync("/topic name:");
        await window.Composer.PressSequentiallyAsync("foot");
        await window.Suggestion("Football").ClickAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.LastMessage).ToContainTextAsync("Latest in Football");
        await Expect(window.LastMessage).ToContainTextAsync("used /topic");
    }

    [Fact]
    public async Task Who_has_Discord_in_another_language_is_answered_in_it()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("rules");

        await window.Button("Language: English, US").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Deutsch" }).ClickAsync();
        await window.Composer.PressSequentiallyAsync("/lat");
        await Expect(window.Suggestions.First).ToContainTextAsync("Zeigt die neuesten Artikel");
        await window.Composer.FillAsync("");
        var answer = await window.RunAsync("/latest count:3");

        await Expect(answer).ToContainTextAsync("Neueste Meldungen");
        await Expect(answer).ToContainTextAsync("vor ");
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Weiter" })).ToBeEnabledAsync();
        await window.PictureAsync(answer, "german");
        await window.Page.ReloadAsync();
        await Expect(window.Button("Language: Deutsch")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Buttons_turn_the_pages_of_an_answer()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("rules");
        var answer = await window.RunAsync("/latest count:3");
        var first = await answer.InnerTextAsync();
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Back" })).ToBeDisabledAsync();

        await answer.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Back" })).ToBeEnabledAsync();
        Assert.NotEqual(Titles(first), Titles(await answer.InnerTextAsync()));

        await answer.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        // While the bot is asked, all buttons are disabled: only the text tells.
        await Expect(answer).ToContainTextAsync(Titles(first).First());
        await Expect(answer.GetByRole(AriaRole.Button, new() { Name = "Back" })).ToBeDisabledAsync();
        Assert.Equal(Titles(first), Titles(await answer.InnerTextAsync()));
    }

    [Fact]
    public async Task Related_coverage_opens_for_the_one_who_asked_and_goes_when_dismissed()
    {
        await using var window = await OpenAsync();
        await using var other = await OpenAsync();
        await window.GoToAsync("news");
        await other.GoToAsync("news", "moderator");
        var post = window.Messages.Filter(new() { Has = window.Page.Locator("[data-custom-id^='coverage']") }).First;
        await Expect(other.Messages.First).ToBeVisibleAsync();
        var before = await window.LastIdAsync();

        await post.Locator("[data-custom-id^='coverage']").ClickAsync();
        var coverage = await window.AfterAsync(before);

        await Expect(coverage).ToContainTextAsync("Only you can see this");
        await Expect(other.Page.GetByText("Only you can see this")).ToHaveCountAsync(0);
        await coverage.GetByRole(AriaRole.Button, new() { Name = "Dismiss message" }).ClickAsync();
        await Expect(coverage).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_member_becomes_the_moderator_and_chooses_a_channel_for_news()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("general");
        await window.Composer.PressSequentiallyAsync("/");
        await Expect(window.Suggestion("/latest")).ToBeVisibleAsync();
        await Expect(window.Suggestion("/channel")).ToHaveCountAsync(0);
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Composer.FillAsync("");

        await window.Button("Switch user").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Moderator" }).ClickAsync();
        await window.Composer.PressSequentiallyAsync("/chan");
        await Expect(window.Suggestion("/channel add")).ToBeVisibleAsync();
        await window.Composer.FillAsync("");
        await window.RunAsync("/channel add channel:#general latest:1");

        await Expect(window.Messages.Filter(new() { HasText = "now gets news on every topic" }))
            .ToContainTextAsync("Only you can see this");
        // Which story is the latest depends on the tests that ran before.
        await Expect(window.Messages.Filter(new() { HasText = "Follow" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_typed_before_the_commands_are_there_gets_its_suggestions_once_they_are()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("general");
        var typed = new TaskCompletionSource();
        await window.Page.RouteAsync("**/sandbox/commands*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        await window.Button("Switch user").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Moderator" }).ClickAsync();
        await window.Composer.PressSequentiallyAsync("/chan");
        await Expect(window.Composer).ToHaveValueAsync("/chan");
        await Expect(window.Suggestion("/channel add")).ToHaveCountAsync(0);
        typed.SetResult();

        await Expect(window.Suggestion("/channel add")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Message_that_arrives_before_an_older_list_of_messages_stays()
    {
        await using var window = await OpenAsync();
        var arrived = new TaskCompletionSource();
        var listed = new TaskCompletionSource();
        await window.Page.RouteAsync("**/sandbox/channels/*/messages*", async route =>
        {
            var list = await route.FetchAsync();
            listed.TrySetResult();
            await arrived.Task;
            await route.FulfillAsync(new() { Response = list });
        });
        await window.GoToAsync("news");
        await listed.Task;

        desk.Write("seal.md", new("A seal sleeps on the slipway") { Outlet = "Harbour Seals" });
        var card = window.Message(await Window.IdAsync(window.Messages.Filter(new() { HasText = "A seal sleeps" })));
        arrived.SetResult();

        await Expect(window.Messages.Filter(new() { HasText = "Noon kick-offs" })).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync("A seal sleeps on the slipway");
    }

    [Fact]
    public async Task Everything_goes_by_keyboard_alone()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("rules");
        var keyboard = window.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the message box" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(window.Composer).ToBeFocusedAsync();

        await keyboard.TypeAsync("/la");
        await Expect(window.Suggestion("/latest")).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("count:3");
        await keyboard.PressAsync("Enter");
        var more = window.LastMessage.GetByRole(AriaRole.Button, new() { Name = "More" });
        await Expect(more).ToBeEnabledAsync();

        for (var press = 0; press < 12 && !await more.EvaluateAsync<bool>("node => node === document.activeElement"); press++)
            await keyboard.PressAsync("Shift+Tab");
        await Expect(more).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(window.LastMessage.GetByRole(AriaRole.Button, new() { Name = "Back" })).ToBeEnabledAsync();

        await keyboard.PressAsync("Alt+ArrowUp");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "general" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_the_channels_slide_in_and_everything_fits()
    {
        await using var window = await OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoToAsync("rules");
        var channels = window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Channels" });
        await Expect(channels).Not.ToBeInViewportAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("rules");

        await window.Button("Channels").ClickAsync();
        await Expect(channels).ToBeInViewportAsync();
        await channels.GetByRole(AriaRole.Link, new() { Name = "news, text channel" }).ClickAsync();
        await Expect(channels).Not.ToBeInViewportAsync();

        await Expect(window.Messages.Filter(new() { HasText = "Noon kick-offs" }).First).ToBeVisibleAsync();
        await window.Composer.PressSequentiallyAsync("/related ");
        await Expect(window.Suggestions.First).ToBeInViewportAsync();
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - "
            + "document.documentElement.clientWidth"));
        Assert.Equal(0, await window.Page.Locator("#messages").EvaluateAsync<int>("node => node.scrollWidth - node.clientWidth"));
    }

    [Fact]
    public async Task The_name_of_an_option_that_is_there_already_may_be_typed_all_the_same()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("news");

        await window.Composer.PressSequentiallyAsync("/related article:storm");

        await Expect(window.Composer).ToHaveValueAsync("/related article:storm");
        await Expect(window.Suggestion("Storm Marmalade").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_reacts_to_a_message_and_takes_it_back()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("news");
        var message = window.Messages.First;
        var reaction = message.GetByRole(AriaRole.Button, new() { Name = "👍, 1 reaction" });

        await message.HoverAsync();
        await message.Locator(".message-more").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "React with 👍" }).ClickAsync();
        await Expect(reaction).ToHaveAttributeAsync("aria-pressed", "true");

        await reaction.ClickAsync();
        await Expect(reaction).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_finger_that_rests_on_a_message_opens_its_menu_and_one_that_taps_does_not()
    {
        await using var window = await OpenAsync(new() { Width = 390, Height = 760 }, isTouched: true);
        await window.GoToAsync("news");
        var message = window.Messages.First;
        var menu = window.Page.GetByRole(AriaRole.Menu, new() { Name = "Message" });

        await window.TouchAsync(message.Locator(".message-head"), TimeSpan.FromMilliseconds(50));
        await Expect(menu).ToHaveCountAsync(0);
        await window.TouchAsync(message.Locator(".message-head"), TimeSpan.FromMilliseconds(900));

        await menu.GetByRole(AriaRole.Menuitem, new() { Name = "Copy message ID" }).TapAsync();
        await Expect(menu).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task It_is_light_or_dark_as_the_system_is_until_somebody_chooses()
    {
        await using var window = await OpenAsync(colours: ColorScheme.Light);
        await window.GoToAsync("news");
        Assert.InRange(await window.BrightnessAsync(), 0.8, 1);

        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.InRange(await window.BrightnessAsync(), 0, 0.2);

        await window.Button("Switch to the light theme").ClickAsync();
        await window.Page.ReloadAsync();
        Assert.InRange(await window.BrightnessAsync(), 0.8, 1);
    }

    async Task<Window> OpenAsync(ViewportSize? size = null, ColorScheme colours = ColorScheme.Dark, bool isTouched = false)
    {
        Chromium.SkipIfAbsent();
        return await chromium.OpenAsync(await desk.AddressAsync(), size, colours, isTouched);
    }

    // The lines that do not tell a time or a page.
    static IEnumerable<string> Titles(string answer) =>
        answer.Split('\n').Where(line => line.Contains(" · ", StringComparison.Ordinal) || line.Length > 40);
}
