using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The page as somebody sees it, by the names that it tells to assistive technology. A script that fails fails the test.</summary>
sealed class Window : IAsyncDisposable
{
    /// <summary>A message that the server knows, unlike what the page draws while an answer is on its way.</summary>
    const string Arrived = "article[data-id]:not([data-id^='local-'])";

    /// <summary>Names the folder for pictures.</summary>
    const string PicturesVariable = "PAGE_PICTURES";

    static readonly (string Look, int Width, ColorScheme Colours)[] Looks =
        [("wide-dark", 1180, ColorScheme.Dark), ("narrow-light", 390, ColorScheme.Light)];

    readonly IBrowserContext context;
    readonly List<string> scriptErrors = [];

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => scriptErrors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Where messages and commands are typed.</summary>
    public ILocator Composer => Page.Locator("#composer-input");

    public ILocator Suggestions => Page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);

    public ILocator Messages => Page.GetByRole(AriaRole.Log).GetByRole(AriaRole.Article);

    public ILocator LastMessage => Messages.Last;

    /// <summary>A channel, seen by the member or the moderator.</summary>
    public async Task GoToAsync(string channel, string who = "member")
    {
        await Page.GotoAsync($"/#{channel}?as={who}");
        await Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = channel }).WaitForAsync();
        // What a narrow window shows of the bot, and a wide one only has.
        await Page.GetByText("is online").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public ILocator Suggestion(string text) => Suggestions.Filter(new() { HasText = text });

    public ILocator Send => Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Types a command as it stands, and runs it.</summary>
    /// <returns>The answer.</returns>
    /// <param name="text">In the answer: news may arrive before it.</param>
    public async Task<ILocator> RunAsync(string command, string text = "")
    {
        var before = await LastIdAsync();
        await Composer.FillAsync(command);
        await Send.ClickAsync();
        return await AfterAsync(before, text);
    }

    /// <summary>The first message with this text that comes after one, once it is there.</summary>
    public async Task<ILocator> AfterAsync(string id, string text = "")
    {
        var messages = Page.Locator(id.Length == 0
            ? Arrived : $"#log article[data-id='{id}'] ~ {Arrived}, #log article[data-id='{id}'] ~ * {Arrived}");
        var later = messages.Filter(new() { HasText = text }).First;
        await later.WaitForAsync();
        return Message((await later.GetAttributeAsync("data-id"))!);
    }

    /// <summary>The id of the last message that has arrived; empty if there is none.</summary>
    public async Task<string> LastIdAsync()
    {
        var arrived = Page.Locator($"#log {Arrived}");
        return await arrived.CountAsync() == 0 ? "" : (await arrived.Last.GetAttributeAsync("data-id"))!;
    }

    /// <summary>The id of a message, once there is one such.</summary>
    public static async Task<string> IdAsync(ILocator message) => (await message.GetAttributeAsync("data-id"))!;

    /// <summary>A message whatever is written after it.</summary>
    public ILocator Message(string id) => Page.Locator($"#log article[data-id='{id}']");

    /// <summary>Puts a finger down on something, and lifts it again so much later by the events' own clock: nobody has to wait.</summary>
    public async Task TouchAsync(ILocator target, TimeSpan howLong)
    {
        // Once it lies still with nothing over it, as a picture that arrives late moves what is around it.
        await target.TapAsync(new() { Trial = true });
        var box = (await target.BoundingBoxAsync())!;
        var touch = await context.NewCDPSessionAsync(Page);
        var point = new Dictionary<string, object> { ["x"] = box.X + (box.Width / 2), ["y"] = box.Y + Math.Min(box.Height / 2, 12) };
        var down = DateTimeOffset.UtcNow;
        await SendAsync("touchStart", down, point);
        await SendAsync("touchEnd", down + howLong);

        Task SendAsync(string type, DateTimeOffset at, params object[] points) =>
            touch.SendAsync("Input.dispatchTouchEvent",
                new() { ["type"] = type, ["touchPoints"] = points, ["timestamp"] = at.ToUnixTimeMilliseconds() / 1000.0 });
    }

    /// <summary>The luminance of the page's ground, from 0 (black) to 1 (white).</summary>
    public async Task<double> BrightnessAsync()
    {
        var colour = await Page.Locator("body").EvaluateAsync<string>("node => getComputedStyle(node).backgroundColor");
        var parts = Regex.Matches(colour, "[0-9.]+").Take(3).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))
            .ToList();
        return ((0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2])) / 255;
    }

    /// <summary>
    /// Where a folder is asked for, takes pictures of something on the page for people to look at: as a wide dark window shows it, and
    /// a narrow light one.
    /// </summary>
    public async Task PictureAsync(ILocator what, string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is not { Length: > 0 } folder)
            return;
        var before = Page.ViewportSize!;
        foreach (var (look, width, colours) in Looks)
        {
            await Page.SetViewportSizeAsync(width, height: 900);
            await Page.EmulateMediaAsync(new() { ColorScheme = colours });
            await what.ScrollIntoViewIfNeededAsync();
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png") });
        }

        await Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>What axe finds wrong with the page as it is now: the rule, where, and why.</summary>
    public Task<string[]> ViolationsAsync() => Page.EvaluateAsync<string[]>("""
        axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`)))
        """);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(scriptErrors);
    }
}
