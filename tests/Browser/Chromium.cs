using Microsoft.Playwright;
using Shared;

[assembly: AssemblyFixture(typeof(Browser.Tests.Chromium))]

namespace Browser.Tests;

/// <summary>The browser of this machine, started once for all tests, or none: then they are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Milliseconds. Machines that build something else meanwhile are slow.
    const float Patience = 30_000;

    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    static readonly string Axe = Path.Combine(Checkout.Root, "tests/Browser/node_modules/axe-core/axe.min.js");

    /// <summary>The one without the parts that only a screen needs takes half the processor time.</summary>
    static readonly string[] Names = ["chromium-headless-shell", "chromium"];

    static readonly string? Program = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (name, folder) =>
            Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
    }

    /// <summary>A window of somebody who was never here before.</summary>
    internal async Task<Window> OpenAsync(Uri address, ViewportSize? size = null, ColorScheme colours = ColorScheme.Dark,
        bool isTouched = false)
    {
        SkipIfAbsent();
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = size ?? new() { Width = 1180, Height = 760 },
            ColorScheme = colours,
            HasTouch = isTouched,
            IsMobile = isTouched,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window whose accessibility can be checked: <see cref="Window.ViolationsAsync"/>.</summary>
    internal async Task<Window> OpenWithAxeAsync(Uri address, ViewportSize size, ColorScheme colours)
    {
        Assert.SkipUnless(File.Exists(Axe), "needs axe-core: run npm ci --prefix tests/Browser");
        var window = await OpenAsync(address, size, colours);
        await window.Page.AddInitScriptAsync(scriptPath: Axe);
        return window;
    }

    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Program is null, "needs a browser: there is no chromium-headless-shell or chromium on the PATH");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
