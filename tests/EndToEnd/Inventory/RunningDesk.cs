using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shared;

namespace EndToEnd.Tests.Inventory;

/// <summary>
/// The program on its own local Discord, used the way a person uses it. It is recognized by addresses and ids alone, never by
/// what it says, so that its wording and its inside may change.
/// </summary>
sealed partial class RunningDesk : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly BotProcess bot;
    readonly HttpClient page;

    RunningDesk(BotProcess bot, HttpClient page)
    {
        this.bot = bot;
        this.page = page;
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Returns when the commands are registered.</summary>
    public static async Task<RunningDesk> StartAsync(string folder)
    {
        var bot = BotProcess.Start(folder, [], new Dictionary<string, string>
        {
            ["LOCALDISCORD__PORT"] = "0",
            ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00",
            ["LOCALDISCORD__STATEFILE"] = "",
            ["CONTENT__LOOKEVERY"] = "00:00:01",
        });
        var address = Address().Match(await bot.UntilPrintedAsync("http://127.0.0.1:")).Value;
        var desk = new RunningDesk(bot, new() { BaseAddress = new($"{address}sandbox/") });
        await desk.UntilAsync("commands?as=moderator", commands => commands.GetArrayLength() > 0);
        return desk;
    }

    public Task<JsonElement> CommandsAsync() => GetAsync("commands?as=moderator&channel=general");

    /// <summary>What a command answers, typed by a moderator in <c>#general</c>.</summary>
    public Task<JsonElement> TypeAsync(string command) => UseAsync(new() { ["command"] = command });

    /// <summary>Whether anything is suggested for the last option.</summary>
    public async Task<bool> SuggestsAsync(string typed) =>
        (await UseAsync(new() { ["suggest"] = typed })).GetProperty("choices").GetArrayLength() > 0;

    /// <summary>Presses the button whose custom_id, without its variable parts, is this.</summary>
    public Task<JsonElement> PressAsync(JsonElement message, string button) => UseAsync(new()
    {
        ["press"] = new JsonObject { ["message"] = Id(message), ["custom_id"] = Components.Find(message, button) },
    });

    /// <summary>Presses the last button that can be pressed: where there is a next page, the one that leads there.</summary>
    public Task<JsonElement> NextPageAsync(JsonElement message) => UseAsync(new()
    {
        ["press"] = new JsonObject { ["message"] = Id(message), ["custom_id"] = Components.Last(message) },
    });

    public Task<JsonElement> SelectAsync(JsonElement message, string menu, params IEnumerable<string> values) => UseAsync(new()
    {
        ["select"] = new JsonObject
        {
            ["message"] = Id(message),
            ["custom_id"] = Components.Find(message, menu),
            ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        },
    });

    /// <summary>The oldest message that passes, as soon as there is one.</summary>
    public async Task<JsonElement> UntilMessageAsync(string channel, Func<JsonElement, bool> isWanted) =>
        (await UntilAsync($"channels/{channel}/messages?as=moderator", messages => messages.EnumerateArray().Any(isWanted)))
        .EnumerateArray().First(isWanted);

    /// <summary>The moderator's conversation with the bot, as soon as the bot has written.</summary>
    public async Task<string> UntilConversationAsync() =>
        (await UntilAsync("direct-messages?as=moderator", all => all.GetArrayLength() > 0))[0].GetProperty("id").GetString()!;

    /// <summary>Returns when the channel has so many cards of stories, which can be followed; answers to commands don't count.</summary>
    public async Task UntilPostedAsync(string channel, int count) =>
        await UntilAsync($"channels/{channel}/messages?as=moderator", messages => messages.EnumerateArray().Count(IsCard) >= count);

    static bool IsCard(JsonElement message) =>
        !Components.IsPrivate(message)
        && message.GetProperty("components").GetRawText().Contains("\"follow:", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        await bot.DisposeAsync();
    }

    async Task<JsonElement> UseAsync(JsonObject what)
    {
        what["as"] = "moderator";
        what["channel"] = "general";
        using var answer = await page.PostAsJsonAsync("interactions", what, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{what.ToJsonString()} was answered with {text}\n{bot.Output}\n{bot.Errors}");
        return Parse(text);
    }

    async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isThere)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        late.CancelAfter(Patience);
        while (true)
        {
            var found = await GetAsync(path);
            if (isThere(found))
                return found;
            Assert.False(late.IsCancellationRequested, $"{path} has not what was waited for: {found}\n{bot.Output}\n{bot.Errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
        }
    }

    async Task<JsonElement> GetAsync(string path) => Parse(await page.GetStringAsync(path, Ct));

    static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    static string Id(JsonElement message) => Components.MessageOf(message).GetProperty("id").GetString()!;

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
