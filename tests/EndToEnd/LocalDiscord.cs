using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary>A person on a local Discord, through the API behind its page.</summary>
sealed class LocalDiscord(Uri address) : IDisposable
{
    /// <summary>Longer than anything takes on a slow machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly HttpClient http = new() { BaseAddress = address };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The titles of the posts in a channel, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(string channel) =>
        [.. (await MessagesAsync(channel)).Select(Posted.Title)];

    /// <summary>Returns when the channel has so many posts.</summary>
    public async Task UntilPostsAsync(string channel, int count)
    {
        for (var waited = Stopwatch.StartNew(); (await MessagesAsync(channel)).Count is var found && found < count;)
        {
            Assert.True(waited.Elapsed < Patience, $"#{channel} has {found} of {count} posts.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
        }
    }

    /// <summary>The public posts in a channel, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string channel)
    {
        using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", Ct);
        return [.. messages!.RootElement.EnumerateArray().Where(Posted.IsPost).Select(message => message.Clone())];
    }

    public Task<JsonElement> CommandAsync(string typed, string person = "member") =>
        InteractAsync($$"""{"as": "{{person}}", "channel": "news", "command": "{{JsonEncodedText.Encode(typed)}}"}""");

    /// <summary>Presses the button whose label starts with this text.</summary>
    public Task<JsonElement> PressAsync(JsonElement message, string label)
    {
        var customId = Posted.All(message)
            .Single(one => one.TryGetProperty("label", out var text) && text.GetString()!.StartsWith(label, StringComparison.Ordinal))
            .GetProperty("custom_id").GetRawText();
        var id = message.GetProperty("id").GetRawText();
        return InteractAsync($$"""{"as": "member", "channel": "news", "press": { "message": {{id}}, "custom_id": {{customId}} } }""");
    }

    async Task<JsonElement> InteractAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/interactions", body, Ct);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return document.RootElement.Clone();
    }

    /// <summary>Causes a fault, as the local Discord's README lists them.</summary>
    public async Task FaultAsync(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/faults", body, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Whether no request has met the fault yet.</summary>
    public async Task<bool> IsFaultAheadAsync()
    {
        using var faults = await http.GetFromJsonAsync<JsonDocument>("sandbox/faults", Ct);
        return faults!.RootElement.GetArrayLength() > 0;
    }

    /// <summary>How many posts the bot was told about.</summary>
    public async Task<int> AnsweredPostsAsync()
    {
        using var calls = await http.GetFromJsonAsync<JsonDocument>("sandbox/calls", Ct);
        return calls!.RootElement.EnumerateArray()
            .Count(call => call.GetProperty("method").GetString() == "POST"
                && call.GetProperty("route").GetString() == "/channels/{channel}/messages");
    }

    public Task<string> PageAsync() => http.GetStringAsync("", Ct);

    /// <summary>The names of the server-sent events from now on.</summary>
    public async IAsyncEnumerable<string> EventsAsync()
    {
        await using var stream = await http.GetStreamAsync("sandbox/events?as=moderator", Ct);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
                yield return line["event:".Length..].Trim();
        }
    }

    public void Dispose() => http.Dispose();
}
