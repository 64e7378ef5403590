using System.Text.RegularExpressions;
using Shared;

namespace Browser.Tests;

/// <summary>The program with the sample articles on a local Discord of its own, started with the first test that looks at it.</summary>
public class Desk : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Lazy<Task<Uri>> address;
    BotProcess? bot;

    public Desk() => address = new(StartAsync);

    public Task<Uri> AddressAsync() => address.Value;

    /// <summary>The beginning of the newest headline of the three that a channel starts with.</summary>
    protected virtual string LastPost => "Noon kick-offs";

    /// <summary>Writes an article's file, as a maintainer does.</summary>
    internal void Write(string name, ArticleFile file) => WriteText($"content/{name}", file.ToString());

    protected void WriteText(string path, string text) => folder.Write(path, text);

    /// <summary>Writes what is there before the program starts.</summary>
    protected virtual void Fill()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "content"), "*.md"))
            folder.Write("content/" + Path.GetFileName(file), File.ReadAllText(file));
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    async Task<Uri> StartAsync()
    {
        Fill();
        // A card is brought up to date as soon as the settings allow.
        bot = BotProcess.Start(folder.Path, [], new Dictionary<string,
            string> { ["LOCALDISCORD__PORT"] = "0", ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00", ["POSTING__EDITEVERY"] = "00:00:01" });
        var here = new Uri(Regex.Match(await bot.UntilPrintedAsync("local Discord"), "http://127[.]0[.]0[.]1:[0-9]+/").Value);
        await bot.UntilPrintedAsync("Registered");
        await bot.UntilPrintedAsync($"Posted \"{LastPost}");
        return here;
    }
}
