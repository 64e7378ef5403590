using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Benchmarks.TranscriptComponents;

namespace Benchmarks;

/// <summary>
/// A member and a moderator, what they do and what they see. They find buttons by custom_id, not by label.
/// </summary>
sealed class TranscriptPeople(TranscriptDesk desk, Transcript transcript)
{
    /// <summary>
    /// Everything; forum; announcements; one digest; by topic, in German, silently and with threads. Commands are typed in
    /// <c>#general</c>, which gets no news.
    /// </summary>
    static readonly string[] Channels = ["news", "stories", "announcements", "rules", "archive"];

    /// <summary>The permissions that the bot lacks in two of them at first.</summary>
    static readonly string[] Needed =
    [
        "VIEW_CHANNEL", "SEND_MESSAGES", "EMBED_LINKS", "READ_MESSAGE_HISTORY", "CREATE_PUBLIC_THREADS", "SEND_MESSAGES_IN_THREADS",
    ];

    static readonly string[] Asked =
    [
        "/latest", "/latest topic:Portals count:3", "/topic name:Canvas apps", "/search words:portals", "/related article:portals",
    ];

    readonly Dictionary<string, string> ids = [];

    public async Task MeetAsync(CancellationToken ct)
    {
        var guild = (await desk.GetAsync("guilds", ct))[0];
        foreach (var channel in guild.GetProperty("channels").EnumerateArray())
            Know(channel.GetProperty("id").GetString()!, channel.GetProperty("name").GetString()!);
        foreach (var user in guild.GetProperty("users").EnumerateArray())
            transcript.Name(user.GetProperty("id").GetString()!, user.GetProperty("username").GetString()!);
        foreach (var channel in new[] { "rules", "archive" })
            await desk.PermitAsync(channel, "allow", Needed, ct);
    }

    /// <summary>Uses members' commands in two languages.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        foreach (var locale in new[] { "en-US", "de" })
        {
            transcript.Title($"What members ask, {locale}");
            foreach (var command in Asked)
                await PagesAsync(command, locale, ct);
            await TypeAsync("/search words:no such words anywhere", ct, locale: locale);
            await TypeAsync("/topic name:no such topic", ct, locale: locale);
            await SuggestAsync("/topic name:po", locale, ct);
            await SuggestAsync("/related article:dataverse", locale, ct);
            await TypeAsync("/following", ct, locale: locale);
        }
    }

    public async Task ChooseChannelsAsync(CancellationToken ct)
    {
        transcript.Title("Moderators choose channels");
        await TypeAsync("/channel add channel:#news latest:3", ct, "moderator");
        await TypeAsync("/channel add channel:#stories latest:2", ct, "moderator");
        await TypeAsync("/channel add channel:#announcements latest:1", ct, "moderator");
        await TypeAsync("/channel add channel:#archive topics:Portals, Teams integration latest:2", ct, "moderator");
        await TypeAsync("/channel add channel:#rules latest:0", ct, "moderator");
        await TypeAsync("/channel alerts channel:#general", ct, "moderator");
        // The latest stories must be posted before the rules change.
        await desk.UntilQuietAsync(ct);

        var archive = await TypeAsync("/channel edit channel:#archive", ct, "moderator");
        await FillInAsync(archive, "=more", new() { ["language"] = "de", ["silent"] = "yes", ["thread"] = "yes" }, ct);
        var announcements = await TypeAsync("/channel edit channel:#announcements", ct, "moderator");
        await FillInAsync(announcements, "=numbers", new() { ["least-quality"] = "60" }, ct);
        await FillInAsync(announcements, "=words", new() { ["not-words"] = "mobile" }, ct);
        var rules = await TypeAsync("/channel edit channel:#rules", ct, "moderator");
        await SelectAsync(rules, "=mode", "daily", ct, "moderator");
        await FillInAsync(rules, "=times", new() { ["digest-at"] = Later(TimeSpan.FromHours(12), "DIGEST-LATER") }, ct);
        await desk.SettleAsync(ct);
        await TypeAsync("/channel list", ct, "moderator");
    }

    /// <summary>A member follows a topic and the story of the latest card.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        transcript.Title("A member follows");
        await TypeAsync("/follow topic:Portals", ct);
        var card = (await desk.GetAsync("channels/news/messages?as=member", ct)).EnumerateArray().Last();
        await PressAsync(card, "follow:", ct);
        await TypeAsync("/following", ct);
        await TypeAsync("/channel list", ct);
    }

    /// <summary>Sets the digest that waited until now to the next minute.</summary>
    public async Task WaitForDigestAsync(CancellationToken ct)
    {
        transcript.Title("A digest is due");
        var rules = await TypeAsync("/channel edit channel:#rules", ct, "moderator");
        await FillInAsync(rules, "=times", new() { ["digest-at"] = Later(TimeSpan.FromSeconds(65), "DIGEST-NOW") }, ct);
        await desk.UntilAsync(async () => (await desk.GetAsync("channels/rules/messages?as=member", ct)).GetArrayLength() > 0, ct);
        await desk.UntilQuietAsync(ct);
        var digest = (await desk.GetAsync("channels/rules/messages?as=member", ct))[0];
        if (Find(digest, "") is { } menu && menu.TryGetProperty("options", out var options))
            await SelectAsync(digest, "", options[0].GetProperty("value").GetString()!, ct);
    }

    /// <summary>Presses the retry button in the notice about a paused channel.</summary>
    public async Task TryAgainAsync(CancellationToken ct)
    {
        var notice = (await desk.GetAsync("channels/general/messages?as=moderator", ct)).EnumerateArray()
            .Cast<JsonElement?>().LastOrDefault(message => Find(message!.Value, "retry") is not null);
        if (notice is { } paused)
            await UseAsync("press", paused, Find(paused, "retry")!.Value, null, ct, "moderator");
        else
            transcript.Line("no notice");
    }

    public async Task LookAfterChannelsAsync(CancellationToken ct)
    {
        transcript.Title("Moderators look after channels");
        string[] commands =
        [
            "/channel list", "/channel log", "/channel export", "/channel test channel:#news", "/channel test channel:#archive",
            "/channel history channel:#news", "/channel history channel:#announcements", "/channel history channel:#rules",
            "/channel why article:portals channel:#archive", "/channel why article:sweeter channel:#announcements",
            "/channel backfill channel:#archive count:2", "/channel pause channel:#news", "/channel list", "/channel resume channel:#news",
            "/channel remove channel:#rules", "/channel list",
        ];
        foreach (var command in commands)
        {
            await TypeAsync(command, ct, "moderator");
            await desk.UntilQuietAsync(ct);
        }
    }

    /// <summary>Adds all channels, their threads, and direct messages.</summary>
    public async Task LookAtAllAsync(CancellationToken ct)
    {
        var all = (await desk.GetAsync("guilds", ct))[0].GetProperty("channels").EnumerateArray().ToList();
        foreach (var name in Channels.Append("general"))
        {
            transcript.Title($"#{name}");
            await MessagesAsync(name, "member", ct);
            foreach (var thread in all.Where(channel => IsBelow(channel, ids[name])).OrderBy(Age))
            {
                transcript.Title($"#{name}, the thread “{thread.GetProperty("name").GetString()}”{Tags(thread, all)}");
                await MessagesAsync(thread.GetProperty("id").GetString()!, "member", ct);
            }
        }

        foreach (var person in new[] { "member", "moderator" })
        {
            foreach (var conversation in (await desk.GetAsync($"direct-messages?as={person}", ct)).EnumerateArray())
            {
                transcript.Title($"Direct messages to the {person}");
                await MessagesAsync(conversation.GetProperty("id").GetString()!, person, ct);
            }
        }
    }

    public void Title(string title) => transcript.Title(title);

    public async Task<JsonElement> TypeAsync(string command, CancellationToken ct, string person = "member", string locale = "en-US")
    {
        var use = new JsonObject { ["as"] = person, ["channel"] = "general", ["locale"] = locale, ["command"] = command };
        var answer = await desk.UseAsync(use, ct);
        transcript.Add($"{person}: {command}", answer);
        return answer;
    }

    /// <summary>Shows the first page, turns forward twice, and back once.</summary>
    async Task PagesAsync(string command, string locale, CancellationToken ct)
    {
        var page = await TypeAsync(command, ct, locale: locale);
        foreach (var button in new[] { 1, 1, 0 })
        {
            if (Buttons(page) is [.., _, _] buttons && !Flag(buttons[button], "disabled"))
                page = await UseAsync("press", page, buttons[button], null, ct, "member", locale);
        }
    }

    async Task SuggestAsync(string typed, string locale, CancellationToken ct) => transcript.Add(
        $"suggestions for {typed}",
        await desk.UseAsync(new() { ["as"] = "member", ["channel"] = "general", ["locale"] = locale, ["suggest"] = typed }, ct));

    async Task PressAsync(JsonElement message, string customId, CancellationToken ct) =>
        await UseAsync("press", message, Find(message, customId)!.Value, null, ct);

    Task<JsonElement> SelectAsync(JsonElement message, string customId, string value, CancellationToken ct, string person = "member") =>
        UseAsync("select", message, Find(message, customId)!.Value, value, ct, person);

    /// <summary>Opens a form with its button, fills in some fields, keeps the others, and submits it.</summary>
    async Task FillInAsync(JsonElement message, string button, Dictionary<string, string> values, CancellationToken ct)
    {
        var form = (await UseAsync("press", message, Find(message, button)!.Value, null, ct, "moderator")).GetProperty("modal");
        var fields = form.GetProperty("components").EnumerateArray().Select(label => Filled(label.GetProperty("component"), values));
        var submit = new JsonObject
        {
            ["custom_id"] = form.GetProperty("custom_id").GetString(),
            ["components"] = new JsonArray([.. fields.Select(field => new JsonObject { ["type"] = 18, ["component"] = field })]),
        };
        var answer = await desk.UseAsync(new() { ["as"] = "moderator", ["channel"] = "general", ["submit"] = submit }, ct);
        transcript.Add($"moderator: sends it with {string.Join(", ", values.Select(value => $"{value.Key} {value.Value}"))}", answer);
    }

    async Task<JsonElement> UseAsync(
        string how,
        JsonElement message,
        JsonElement component,
        string? value,
        CancellationToken ct,
        string person = "member",
        string locale = "en-US")
    {
        message = MessageOf(message);
        var use = new JsonObject
        {
            ["message"] = message.GetProperty("id").GetString(),
            ["custom_id"] = component.GetProperty("custom_id").GetString(),
        };
        if (value is not null)
            use["values"] = new JsonArray(value);
        var channel = message.GetProperty("channel_id").GetString();
        var answer = await desk.UseAsync(new() { ["as"] = person, ["channel"] = channel, ["locale"] = locale, [how] = use }, ct);
        transcript.Add($"{person}: {how} {(component.TryGetProperty("label", out var label) ? label.GetString() : "a menu")}", answer);
        return answer;
    }

    async Task MessagesAsync(string channel, string person, CancellationToken ct) =>
        transcript.AddMessages(await desk.GetAsync($"channels/{channel}/messages?as={person}", ct));

    void Know(string id, string name)
    {
        ids[name] = id;
        transcript.Name(id, name);
    }

    /// <summary>A time of day in UTC, to the minute, for which the transcript has a name.</summary>
    string Later(TimeSpan from, string name)
    {
        var time = (DateTimeOffset.UtcNow + from).ToString("HH:mm", CultureInfo.InvariantCulture);
        transcript.NameTime(time, name);
        return time;
    }

    static string Tags(JsonElement thread, List<JsonElement> channels)
    {
        if (!thread.TryGetProperty("applied_tags", out var applied) || applied.GetArrayLength() == 0)
            return "";
        var parent = channels.First(channel => channel.GetProperty("id").GetString() == thread.GetProperty("parent_id").GetString());
        var known = parent.GetProperty("available_tags").EnumerateArray()
            .ToDictionary(tag => tag.GetProperty("id").GetString()!, tag => tag.GetProperty("name").GetString()!);
        return $", {string.Join(", ", applied.EnumerateArray().Select(tag => known[tag.GetString()!]).Order(StringComparer.Ordinal))}";
    }

    static bool IsBelow(JsonElement thread, string channel) =>
        thread.TryGetProperty("parent_id", out var parent) && parent.GetString() == channel;

    static ulong Age(JsonElement channel) => ulong.Parse(channel.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
}
