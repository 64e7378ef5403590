using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A moderator at the page: types, clicks, and reads what is shown.</summary>
sealed class Moderator(Window window)
{
    public static async Task<Moderator> AtAsync(Window window, string channel)
    {
        await window.GoToAsync(channel, "moderator");
        return new(window);
    }

    /// <summary>Types a command as it stands.</summary>
    /// <returns>The answer, which nobody else sees.</returns>
    public async Task<ILocator> AsksAsync(string command)
    {
        const string isPrivate = "Only you can see this";
        var answer = await window.RunAsync(command, isPrivate);
        await Expect(answer).ToContainTextAsync(isPrivate);
        return answer;
    }

    /// <summary>Asks until the answer is as it shall be: nobody sees on the page when a file was read.</summary>
    public async Task<ILocator> AsksUntilAsync(string command, string answered)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await AsksAsync(command);
            if (tries == 50 || await answer.GetByText(answered).CountAsync() > 0)
                return answer;
        }
    }

    /// <summary>Begins to type a command, and picks it, and then the channel that it is about, from the suggestions.</summary>
    public async Task<ILocator> PicksAsync(string command, string channel, string rest = "")
    {
        var before = await window.LastIdAsync();
        await window.Composer.PressSequentiallyAsync(command[..^1]);
        await window.Suggestion(command).ClickAsync();
        await Expect(window.Composer).ToHaveValueAsync($"{command} channel:");
        await window.Suggestion(channel).ClickAsync();
        await window.Composer.PressSequentiallyAsync(rest);
        await window.Send.ClickAsync();
        return await window.AfterAsync(before);
    }

    /// <summary>Chooses from a menu that takes one, and closes by itself.</summary>
    /// <param name="message">With the menu.</param>
    /// <param name="shown">What the menu shows until then.</param>
    /// <param name="option">What it shall show.</param>
    public async Task ChoosesAsync(ILocator message, string shown, string option)
    {
        await Pressed(message, shown).ClickAsync();
        await Option(option).ClickAsync();
        await Expect(Pressed(message, option)).ToBeVisibleAsync();
        // The page shows the choice before the bot has taken it.
        await Expect(window.Page.Locator(".is-waiting")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses from a menu that takes several, and leaves it.</summary>
    public async Task ChoosesAllAsync(ILocator message, string shown, params IEnumerable<string> options)
    {
        await Pressed(message, shown).ClickAsync();
        foreach (var option in options)
            await Option(option).ClickAsync();
        await window.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Presses the button that opens a form.</summary>
    public async Task<ILocator> OpensAsync(ILocator message, string form)
    {
        await Pressed(message, $"{form} …").ClickAsync();
        var opened = window.Page.GetByRole(AriaRole.Dialog, new() { Name = form });
        await Expect(opened).ToBeVisibleAsync();
        return opened;
    }

    /// <summary>Adds a ping of a role for every story.</summary>
    /// <param name="rules">The panel of the channel's rules.</param>
    /// <returns>The panel of its pings.</returns>
    public async Task<ILocator> AddsPingAsync(ILocator rules, string role)
    {
        var before = await window.LastIdAsync();
        await Pressed(rules, "Pings …").ClickAsync();
        var pings = await window.AfterAsync(before, "Pings in");
        await Pressed(pings, "Add a ping").ClickAsync();
        await ChoosesInFormAsync(window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a ping" }), "Role to ping", role);
        await SubmitsAsync();
        return pings;
    }

    /// <summary>Chooses an answer from a menu of a form.</summary>
    public async Task ChoosesInFormAsync(ILocator form, string question, string option)
    {
        await form.GetByLabel(question).ClickAsync();
        await Option(option).ClickAsync();
    }

    /// <summary>Sends the form that is open.</summary>
    public async Task SubmitsAsync()
    {
        var form = window.Page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }

    /// <summary>Takes a permission from the bot in the channel that is looked at.</summary>
    public async Task WithdrawsAsync(string permission)
    {
        await (await FaultsAsync()).GetByLabel(permission, new() { Exact = true }).CheckAsync();
        await Expect(Withdrawn.Filter(new() { HasText = permission })).ToHaveCountAsync(1);
    }

    /// <summary>Gives back a permission that was taken.</summary>
    public async Task GivesBackAsync(string permission)
    {
        await (await FaultsAsync()).GetByLabel(permission, new() { Exact = true }).UncheckAsync();
        await Expect(Withdrawn.Filter(new() { HasText = permission })).ToHaveCountAsync(0);
    }

    /// <summary>What the page tells of permissions that were taken.</summary>
    ILocator Withdrawn => window.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Permissions removed in" });

    async Task<ILocator> FaultsAsync()
    {
        var panel = window.Page.GetByRole(AriaRole.Complementary, new() { Name = "Calls and faults" });
        if (!await panel.IsVisibleAsync())
            await window.Button("Calls and faults").ClickAsync();
        await panel.GetByRole(AriaRole.Tab, new() { Name = "Faults" }).ClickAsync();
        return panel.GetByRole(AriaRole.Group, new() { Name = "Permissions to remove from the bot" });
    }

    static ILocator Pressed(ILocator message, string name) => message.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    ILocator Option(string name) => window.Page.GetByRole(AriaRole.Option, new() { Name = name, Exact = true });
}
