using System.Text.Json;
using Shared;

namespace EndToEnd.Tests.Inventory;

/// <summary>
/// Walks from panel to panel like a moderator who tries everything, and writes down what can be pressed, chosen and filled in.
/// </summary>
/// <remarks>
/// Not the button of an import, since the local Discord takes no files from people, nor what comes with time: the menu of a
/// digest and the notice of a paused channel.
/// </remarks>
sealed class Panels(RunningDesk desk, TemporaryFolder folder)
{
    /// <summary>More than a page of every list holds.</summary>
    const int Articles = 12;

    static readonly string[] Paged =
    [
        "/latest count:5", "/latest topic:Harbour count:5", "/topic name:Harbour count:5",
        "/search words:harbour count:5",
        "/outlet name:gazette.example",
    ];

    static readonly string[] Overviews =
    [
        "/article title:number12 private:true", "/article title:harbour", "/timeline story:number12",
        "/topics", "/trending period:week", "/catchup since:3 days ago", "/help",
    ];

    static readonly string[] Suggesting =
    [
        "/latest topic:har", "/topic name:har", "/related article:number", "/article title:number",
        "/timeline story:number", "/outlet name:gaz", "/follow topic:har",
        "/channel add topics:har", "/channel why article:number",
    ];

    readonly List<string> lines = [];

    public static void WriteArticles(TemporaryFolder folder)
    {
        for (var i = 1; i <= Articles; i++)
            Write(folder, $"story-{i:00}", $"Harbour story number{i:00}", minute: i, i == Articles ? Related() : "");
    }

    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        await desk.UntilPostedAsync("news", 3);
        await ReadAsync();
        await ChooseChannelsAsync();
        await EditRulesAsync();
        await UsePresetsAsync();
        await LookAfterChannelsAsync();
        await FollowAsync();
        await HearOfFollowedAsync();
        return lines;
    }

    async Task ReadAsync()
    {
        var card = Add("a story's card", await desk.UntilMessageAsync("news", message => Has(message, "coverage:")));
        Add("its button for coverage", await desk.PressAsync(card, "coverage:#:#"));
        var coverage = await DoAsync("/related article:number12");
        coverage = Add("its next page", await desk.PressAsync(coverage, "coverage:#:#:#"));
        Add("its order", await desk.PressAsync(coverage, "coverage:#:#:#:=order"));
        Add("its timeline", await desk.PressAsync(coverage, "timeline:#:#"));
        foreach (var command in Paged)
            Add("its next page", await desk.NextPageAsync(await DoAsync(command)));
        foreach (var command in Overviews)
            await DoAsync(command);
        lines.Add("\n### suggestions\n");
        foreach (var typed in Suggesting)
            lines.Add($"- for `{typed}`: {(await desk.SuggestsAsync(typed) ? "yes" : "no")}");
    }

    async Task ChooseChannelsAsync()
    {
        await DoAsync("/channel list");
        await DoAsync("/channel add channel:#general topics:Harbour latest:2");
        await desk.UntilPostedAsync("general", 2);
        var setup = await DoAsync("/channel setup channel:#announcements");
        setup = Add("its menu of layouts", await desk.SelectAsync(setup, "setup:#:#:#:=layout", "compact"));
        setup = Add("its first post", await desk.PressAsync(setup, "setup:#:#:#:=first"));
        Add("its preview", await desk.PressAsync(setup, "setup:#:#:#:=preview"));
        var checklist = Add("its last button", await desk.PressAsync(setup, "setup:#:#:#:=start"));
        Add("its button to check again", await desk.PressAsync(checklist, "checklist:#:#"));
        await DoAsync("/channel add channel:#stories latest:0");
        await DoAsync("/channel alerts channel:#announcements");
        await DoAsync("/channel alerts");
    }

    async Task EditRulesAsync()
    {
        var panel = await DoAsync("/channel edit channel:#general");
        foreach (var form in new[] { "words", "numbers", "limits", "times", "look", "look-#", "more", "preview" })
            Add($"its button {form}", await desk.PressAsync(panel, $"rules:#:#:={form}"));
        var pings = Add("its button pings", await desk.PressAsync(panel, "pings:#:#:#:=open"));
        Add("the form of a ping", await desk.PressAsync(pings, "pings:#:#:#:=change"));
        panel = Add("its menu of topics", await desk.SelectAsync(panel, "rules:#:#:=topics", "harbour"));
        panel = Add("its menu of modes", await desk.SelectAsync(panel, "rules:#:#:=mode", "daily"));
        Add("and back", await desk.SelectAsync(panel, "rules:#:#:=mode", "instantly"));
    }

    async Task UsePresetsAsync()
    {
        var panel = await DoAsync("/channel presets");
        Add("its button save", await desk.PressAsync(panel, "presets:#:=save"));
        Add("its button import", await desk.PressAsync(panel, "presets:#:=import"));
        panel = Add("its menu", await desk.SelectAsync(panel, "presets:#:=choose", "Everything"));
        Add("its button use", await desk.PressAsync(panel, "presets:#:=use Everything"));
        Add("its button export", await desk.PressAsync(panel, "presets:#:=export Everything"));
    }

    async Task LookAfterChannelsAsync()
    {
        var test = await DoAsync("/channel test channel:#announcements");
        Add("its button", await desk.PressAsync(test, "post:#:#"));
        await DoAsync("/channel why article:number01 channel:#general");
        await DoAsync("/channel backfill channel:#general count:9");
        await desk.UntilPostedAsync("general", 9);
        Add("its next page", await desk.NextPageAsync(await DoAsync("/channel history channel:#general")));
        await DoAsync("/channel post channel:#general story:number01");
        for (var i = 0; i < 4; i++)
        {
            await desk.TypeAsync("/channel pause channel:#stories");
            await desk.TypeAsync("/channel resume channel:#stories missed:false");
        }

        await DoAsync("/channel pause channel:#stories");
        await DoAsync("/channel resume channel:#stories");
        Add("its next page", await desk.NextPageAsync(await DoAsync("/channel log")));
        await DoAsync("/channel export");
        await DoAsync("/channel import");
        await DoAsync("/channel export digest:#general edition:next");
        await DoAsync("/channel remove channel:#stories");
    }

    async Task FollowAsync()
    {
        var card = await desk.UntilMessageAsync("news", message => Has(message, "coverage:"));
        Add("a card's button to follow", await desk.PressAsync(card, "follow:#"));
        await DoAsync("/follow topic:Harbour");
        var panel = await DoAsync("/following");
        Add("its button", await desk.PressAsync(panel, "following:=times"));
        Add("its menu of modes", await desk.SelectAsync(panel, "following:=mode", "instantly"));
        panel = await DoAsync("/privacy");
        panel = Add("its button to delete", await desk.PressAsync(panel, "privacy:=delete"));
        Add("and back", await desk.PressAsync(panel, "privacy:=back"));
    }

    /// <summary>The story that was followed grows, and there is a new one on the topic.</summary>
    async Task HearOfFollowedAsync()
    {
        const string related = "related:\n  - title: More\n    webUrl: https://gazette.example/story-12\n";
        Write(folder, "grown", "Another outlet looks at it", minute: 30, related, outlet: "tide.example");
        var conversation = await desk.UntilConversationAsync();
        Add("direct message about a followed story", await desk.UntilMessageAsync(conversation, message => Has(message, ":=stop")));
        Write(folder, "new", "Harbour has a whale", minute: 40, "");
        var whale = await desk.UntilMessageAsync(conversation, message => Has(message, "Harbour has a whale"));
        Add("direct message about a followed topic", whale);
    }

    static bool Has(JsonElement message, string text) => message.GetRawText().Contains(text, StringComparison.Ordinal);

    async Task<JsonElement> DoAsync(string command) => Add($"`{command}`", await desk.TypeAsync(command));

    JsonElement Add(string what, JsonElement answer)
    {
        lines.Add($"\n### {what}\n");
        lines.AddRange(Components.Of(answer));
        return answer;
    }

    static void Write(TemporaryFolder folder, string name, string title, int minute, string more, string outlet = "gazette.example") =>
        folder.Write($"content/{name}.md", $"""
        ---
        title: "{title}"
        publishedDateTime: {Yesterday.At(minute)}
        webUrl: https://{outlet}/{name}
        type: article
        provider:
          name: {outlet}
          domain: {outlet}
        topics: [Harbour]
        {more}
        ---

        """);

    static string Related() => "related:\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $$"""
          - title: "Elsewhere {{i}}"
            webUrl: https://outlet{{i}}.example/it
            provider: {name: Outlet {{i}}, domain: outlet{{i}}.example}

        """));
}
