using System.Text.RegularExpressions;
using Shared;

namespace Browser.Tests;

/// <summary>The program with the sample articles on a local Discord of its own, started with the first test that looks at it.</summary>
public sealed partial class Desk : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Lazy<Task<Uri>> address;
    BotProcess? bot;

    public Desk() => address = new(StartAsync);

    public Task<Uri> AddressAsync() => address.Value;

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        folder.Dispose();
    }

    async Task<Uri> StartAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "content"), "*.md"))
            folder.Write("content/" + Path.GetFileName(file), File.ReadAllText(file));
        bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string> { ["LOCALDISCORD__PORT"] = "0" });
        var here = new Uri(Address().Match(await bot.UntilPrintedAsync("local Discord")).Value);
        await bot.UntilPrintedAsync("Registered");
        // The newest of the three that a channel begins with.
        await bot.UntilPrintedAsync("Posted “Noon kick-offs");
        return here;
    }

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
