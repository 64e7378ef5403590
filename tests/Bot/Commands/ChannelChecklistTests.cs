using System.Diagnostics;
using System.Text.Json;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Tests.Commands;

/// <summary>The checklist after a channel was added.</summary>
public class ChannelChecklistTests
{
    [Fact]
    public async Task Added_channel_shows_what_is_set_and_what_is_missing()
    {
        await using var desk = await OpenAsync();
        await desk.CauseAsync("""{"channel": "news", "deny": ["ATTACH_FILES", "CREATE_PUBLIC_THREADS"]}""");
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");

        var ready = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news topics:Harbour"}""");
        await desk.CauseAsync("""{"channel": "news", "deny": ["EMBED_LINKS"]}""");
        var denied = await PressAsync(desk, ready, "checklist:");
        await desk.CauseAsync("""{"channel": "news", "allow": ["EMBED_LINKS"]}""");
        var allowed = await PressAsync(desk, denied, "checklist:");

        Assert.All([ready, allowed], answer => Assert.Contains("## Ready to post", Text(answer)));
        Assert.Contains("now gets news on Harbour. Its other rules stay.", Text(ready));
        Assert.Contains("✓ Harbour\\n✓ Full card\\n✓ Each story at once\\n✓ Pings nobody\\n✓ **1 of 1 story** passes", Text(ready));
        Assert.Contains("✓ Embed Links\\n✓ Read Message History\\n✗ **Attach Files**, to attach pictures and charts", Text(ready));
        Assert.Contains("(optional; you can allow it under **Edit Channel → Permissions**)", Text(ready));
        Assert.Contains("## Almost ready", Text(denied));
        Assert.Contains("✗ **Embed Links**, to show headlines as cards", Text(denied));
        Assert.Contains("give me Embed Links, and press **Check again**.", Text(denied));
        Assert.Equal(Id(ready), Id(allowed));
    }

    [Fact]
    public async Task Checklist_opens_the_rules()
    {
        await using var desk = await OpenAsync();
        var ready = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");

        var panel = await PressAsync(desk, ready, "rules:");

        Assert.Equal("Channel rules", panel.GetProperty("message").GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.NotEqual(Id(ready), Id(panel));
    }

    [Fact]
    public async Task Stories_that_a_missing_permission_held_up_are_posted_once_it_is_given_and_looked_for_again()
    {
        await using var desk = await OpenAsync();
        desk.Write("b.md", "Tram");
        desk.Write("c.md", "Ship");
        await desk.ImportAsync();
        await desk.CauseAsync("""{"channel": "news", "deny": ["SEND_MESSAGES"]}""");
        var added = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:3"}""");
        await UntilPausedAsync(desk);

        await desk.CauseAsync("""{"channel": "news", "allow": ["SEND_MESSAGES"]}""");
        var allowed = await PressAsync(desk, added, "checklist:");

        Assert.Contains("✗ **Send Messages**, to post stories", Text(added));
        Assert.Contains("Until then, no story is lost", Text(added));
        Assert.Contains("## Ready to post", Text(allowed));
        Assert.Null(await PauseAsync(desk));
        await desk.UntilPostedAsync("news", 3);
    }

    [Fact]
    public async Task Forum_without_a_tag_that_the_rules_name_is_told_so()
    {
        await using var desk = await OpenAsync();
        var added = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#stories latest:0"}""");
        var rules = ChannelRules.Default with { Tags = [new("harbour", "world"), new("storms", "Warnings")] };
        await desk.Get<ChannelAdministration>().ChangeAsync(
            LocalDiscord.Guilds.Seed.ForumChannelId, rules, by: null, TestContext.Current.CancellationToken);

        var checklist = await PressAsync(desk, added, "checklist:");

        Assert.Contains("✓ Forum tags: harbour: world, storms: Warnings", Text(checklist));
        Assert.Contains("✗ The forum has no tag **Warnings**", Text(checklist));
        Assert.DoesNotContain("no tag **world**", Text(checklist));
    }

    [Fact]
    public async Task Pause_by_a_moderator_stays()
    {
        await using var desk = await OpenAsync();
        var added = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel pause channel:#news"}""");

        var paused = await PressAsync(desk, added, "checklist:");

        Assert.Contains("Posting is paused. Use `/channel resume`", Text(paused));
        Assert.NotNull(await PauseAsync(desk));
    }

    [Fact]
    public async Task Threads_and_pings_need_permissions_of_their_own()
    {
        await using var desk = await OpenAsync();
        var ready = await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:0"}""");
        await desk.CauseAsync("""{"channel": "news", "deny": ["CREATE_PUBLIC_THREADS"]}""");
        var administration = desk.Get<ChannelAdministration>();
        var rules = ChannelRules.Default with { Thread = true, Pings = [new() { Role = LocalDiscord.Guilds.Seed.BotRoleId }] };
        await administration.ChangeAsync(LocalDiscord.Guilds.Seed.NewsChannelId, rules, by: null, TestContext.Current.CancellationToken);

        var checklist = await PressAsync(desk, ready, "checklist:");

        Assert.Contains("✗ **Create Public Threads**, to start a thread under each post", Text(checklist));
        Assert.Contains("✗ **Mention @everyone, @here, and All Roles", Text(checklist));
    }

    [Fact]
    public async Task Paused_channel_is_not_ready()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RunAsync("/channel pause channel:42");

        var checklist = await newsroom.RunAsync("/channel add channel:42 topics:Ferries");

        checklist.Approve("channel-checklist", Here(), "checklist:42:0", "rules:42:0:=panel");
    }

    [Fact]
    public async Task Checklist_is_for_moderators_of_the_server()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        var press = Newsroom.Interaction("checklist:42:0");

        var member = await newsroom.PressAsync(press with { Member = new() });
        var elsewhere = await newsroom.PressAsync(press with { GuildId = new(2) });

        Assert.Equal("You need the Manage Server permission for this.", member.Content);
        Assert.StartsWith("<#42> gets no news.", elsewhere.Content);
    }

    static async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync();
        desk.Write("a.md", "Boat", "topics: [Harbour]");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;
    }

    static Task<JsonElement> PressAsync(DeskOnLocalDiscord desk, JsonElement answer, string button)
    {
        var id = LaidOut.CustomIds(answer).Single(id => id.StartsWith(button, StringComparison.Ordinal));
        return LaidOut.UseAsync(desk, answer, "press", id);
    }

    /// <summary>Returns when the bot has paused the channel.</summary>
    static async Task UntilPausedAsync(DeskOnLocalDiscord desk)
    {
        for (var patience = Stopwatch.StartNew(); await PauseAsync(desk) is not { IsByBot: true }; await Task.Yield())
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "The channel isn't paused.");
    }

    static async Task<Pause?> PauseAsync(DeskOnLocalDiscord desk) => (await desk.Get<SubscriptionStore>().OfChannelAsync(
        LocalDiscord.Guilds.Seed.NewsChannelId, TestContext.Current.CancellationToken))!.Paused;

    static string Text(JsonElement answer) => LaidOut.Text(answer);

    static string? Id(JsonElement answer) => answer.GetProperty("message").GetProperty("id").GetString();

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
