using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shared;

namespace EndToEnd.Tests.Several;

/// <summary>Many channels of many servers on a local Discord, each of which gets the stories on a topic of its own.</summary>
sealed class Harbor(Uri address) : IDisposable
{
    const int Forum = 15;
    const int Text = 0;
    const int Announcement = 5;

    /// <summary>More than four shards need to connect, five seconds apart.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly HttpClient http = new() { BaseAddress = address };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The channels of the servers for load tests.</summary>
    public IReadOnlyList<Channel> Channels { get; private set; } = [];

    public async Task OpenAsync() => Channels = await ChannelsAsync(seenIn => seenIn.Type is Text or Forum or Announcement);

    /// <summary>Where members can type: not in a forum itself.</summary>
    public IReadOnlyList<Channel> Rooms => [.. Channels.Where(channel => channel.Type != Forum)];

    /// <summary>The rules of all channels, as <c>channels import</c> reads them.</summary>
    public string Rules()
    {
        var rules = new StringBuilder("channels:\n");
        for (var i = 0; i < Channels.Count; i++)
        {
            rules.Append(CultureInfo.InvariantCulture, $"  - channel: \"{Channels[i].Id}\"\n    topics: [{Topic(i)}]\n");
            rules.Append("    flood-limit: 0\n");
        }

        return rules.ToString();
    }

    /// <summary>The topic of a channel.</summary>
    public static string Topic(int channel) => FormattableString.Invariant($"pier-{channel}");

    /// <summary>The titles of what was posted to a channel, in order.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(Channel channel, IReadOnlyList<Channel> threads) => channel.Type == Forum
        ? [.. threads.Where(thread => thread.Parent == channel.Id).Select(thread => thread.Name).Order()]
        : [.. (await MessagesAsync(channel.Id)).Order()];

    /// <summary>All threads, among them the posts in forums.</summary>
    public Task<IReadOnlyList<Channel>> ThreadsAsync() => ChannelsAsync(one => one.Parent is not null);

    /// <summary>A member of a server asks for the latest stories.</summary>
    /// <returns>Whether the bot answered.</returns>
    public async Task<bool> AskAsync(Channel channel)
    {
        using var body = new StringContent(
            $$"""{"as": "member", "channel": "{{channel.Id}}", "command": "/latest count:1"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("sandbox/interactions", body, Ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Returns when members of all servers are answered: each shard is connected then.</summary>
    public async Task UntilAllAnswerAsync()
    {
        foreach (var channel in Rooms)
        {
            for (var waited = Stopwatch.StartNew(); !await AskAsync(channel); await Task.Delay(TimeSpan.FromMilliseconds(200), Ct))
                Assert.True(waited.Elapsed < Patience, $"Nobody answered in channel {channel.Id}.");
        }
    }

    /// <summary>How many requests met the limit of the bot as a whole.</summary>
    public async Task<int> TooManyAsync()
    {
        using var limits = await http.GetFromJsonAsync<JsonDocument>("sandbox/rate-limits", Ct);
        return limits!.RootElement.GetProperty("global").GetInt32();
    }

    public void Dispose() => http.Dispose();

    async Task<IReadOnlyList<string>> MessagesAsync(string channel)
    {
        using var messages = await http.GetFromJsonAsync<JsonDocument>($"sandbox/channels/{channel}/messages?as=moderator", Ct);
        // Answers are messages, too.
        return
        [
            .. messages!.RootElement.EnumerateArray()
                .Where(Posted.IsPost)
                .Select(Posted.Title)
                .Where(title => title.StartsWith("Story", StringComparison.Ordinal)),
        ];
    }

    async Task<IReadOnlyList<Channel>> ChannelsAsync(Func<Channel, bool> isMeant)
    {
        using var guilds = await http.GetFromJsonAsync<JsonDocument>("sandbox/guilds", Ct);
        return
        [
            .. guilds!.RootElement.EnumerateArray()
                .Where(guild => guild.GetProperty("name").GetString() is not "Harbour Gazette")
                .SelectMany(guild => guild.GetProperty("channels").EnumerateArray())
                .Select(Channel.Of)
                .Where(isMeant),
        ];
    }

    internal sealed record Channel(string Id, string Name, int Type, string? Parent)
    {
        public static Channel Of(JsonElement json) => new(
            json.GetProperty("id").GetString()!,
            json.GetProperty("name").GetString()!,
            json.GetProperty("type").GetInt32(),
            json.GetProperty("type").GetInt32() is 10 or 11 or 12 ? json.GetProperty("parent_id").GetString() : null);
    }
}
