using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>
/// A bot of any build, as a process on a local Discord without limits, with a content folder, and the people who use it. It depends
/// on nothing inside the bot.
/// </summary>
sealed class TranscriptDesk : IAsyncDisposable
{
    /// <summary>The only token of a local Discord.</summary>
    const string Token = "MTIxNDEyMjY2MjI5NzYwMDAwMA.ZeWB2A.this-is-the-local-discord-not-a-secret";

    const string Marker = "0000-marker.md";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Longer than the time between two edits of a card, and than the bot waits before it imports changed files.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.5);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("news-transcript-");
    readonly LocalDiscordProcess discord;
    readonly HttpClient page;
    readonly Process bot;
    int marks;

    TranscriptDesk(LocalDiscordProcess discord, string botFile, Action<string> write)
    {
        this.discord = discord;
        page = new() { BaseAddress = new(discord.Address, "sandbox/"), Timeout = Patience };
        ContentFolder = folder.CreateSubdirectory("content").FullName;
        write(ContentFolder);
        Mark();
        bot = Start(botFile);
    }

    public string ContentFolder { get; }

    /// <param name="botFile">The program's <c>Bot.dll</c>, or an executable.</param>
    /// <param name="write">Writes the files with which the bot starts.</param>
    public static async Task<TranscriptDesk> OpenAsync(string botFile, Action<string> write, CancellationToken ct)
    {
        var desk = new TranscriptDesk(await LocalDiscordProcess.StartUnlimitedAsync(ct), botFile, write);
        await desk.UntilAsync(async () => (await desk.GetAsync("commands?as=moderator", ct)).GetArrayLength() > 0, ct);
        await desk.UntilMarkedAsync(ct);
        return desk;
    }

    /// <summary>Writes a file in one step: the bot would report a half-written file in one run and not in another.</summary>
    /// <param name="text">Null deletes it.</param>
    public void Write(string name, string? text)
    {
        var (path, next) = (Path.Combine(ContentFolder, name), Path.Combine(folder.FullName, "next"));
        if (text is null)
        {
            File.Delete(path);
            return;
        }

        File.WriteAllText(next, text);
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Returns when the bot has imported all files and finished its requests to Discord.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        Mark();
        await UntilMarkedAsync(ct);
        await UntilQuietAsync(ct);
    }

    public async Task UntilQuietAsync(CancellationToken ct)
    {
        var (last, since) = ("", Stopwatch.GetTimestamp());
        await UntilAsync(
            async () =>
            {
                var calls = await GetAsync("calls", ct);
                var now = calls.GetArrayLength() == 0 ? "" : calls[calls.GetArrayLength() - 1].GetProperty("at").GetRawText();
                if (now == last)
                    return Stopwatch.GetElapsedTime(since) > Quiet;
                (last, since) = (now, Stopwatch.GetTimestamp());
                return false;
            },
            ct);
    }

    public async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (bot.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException(bot.HasExited ? $"The bot ended with {bot.ExitCode}." : "What was waited for did not come.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    /// <summary>A person uses the bot: an object of the local Discord's <c>POST /sandbox/interactions</c>.</summary>
    public async Task<JsonElement> UseAsync(JsonObject what, CancellationToken ct)
    {
        using var answer = await page.PostAsJsonAsync("interactions", what, ct);
        return await JsonAsync(answer, ct);
    }

    /// <summary>Changes the bot's permissions in a channel.</summary>
    /// <param name="how">Either <c>allow</c> or <c>deny</c>.</param>
    /// <param name="permissions">With the names of Discord's documentation.</param>
    public async Task PermitAsync(string channel, string how, IEnumerable<string> permissions, CancellationToken ct)
    {
        var fault = new JsonObject { ["channel"] = channel, [how] = new JsonArray([.. permissions.Select(one => JsonValue.Create(one))]) };
        using var done = await page.PostAsJsonAsync("faults", fault, ct);
        done.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken ct) => page.GetFromJsonAsync<JsonElement>(path, ct);

    public async ValueTask DisposeAsync()
    {
        bot.Kill();
        await bot.WaitForExitAsync(CancellationToken.None);
        bot.Dispose();
        page.Dispose();
        discord.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>
    /// Changes an article that is too old to be posted, after all other files. When search finds the change, the bot has imported
    /// the others too.
    /// </summary>
    void Mark() => Write(Marker, $"---\ntitle: Marker m{++marks}x\npublishedDateTime: 2001-01-01\nwebUrl: https://marker.example/\n---\n");

    Task UntilMarkedAsync(CancellationToken ct) => UntilAsync(
        async () =>
        {
            var search = new JsonObject { ["as"] = "moderator", ["channel"] = "general", ["suggest"] = $"/related article:m{marks}x" };
            return (await UseAsync(search, ct)).GetProperty("choices").GetArrayLength() > 0;
        },
        ct);

    static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var text = await answer.Content.ReadAsStringAsync(ct);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    Process Start(string botFile)
    {
        var isDll = Path.GetExtension(botFile) == ".dll";
        var start = new ProcessStartInfo(isDll ? "dotnet" : botFile, isDll ? [botFile, "run"] : ["run"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DISCORD__TOKEN"] = Token;
        start.Environment["DISCORD__APIBASE"] = new Uri(discord.Address, "api/v10").AbsoluteUri;
        start.Environment["CONTENT__LOOKEVERY"] = "00:00:01";
        start.Environment["POSTING__EDITEVERY"] = "00:00:01";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
