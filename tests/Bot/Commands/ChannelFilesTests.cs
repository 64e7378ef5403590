using System.Text.Json;
using Bot.Cli;
using Bot.Commands;
using Bot.Commands.Channels;
using Bot.Commands.Interactions;
using Bot.Tests.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using LocalDiscord.Guilds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary><c>/channel export</c> and <c>/channel import</c>.</summary>
public class ChannelFilesTests
{
    const string Rules = "channels:\n  - channel: \"42\"\n    least-outlets: 2\n    quiet: 22:00-07:00\n";

    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_is_a_file_of_the_servers_channels()
    {
        await using var newsroom = await OpenAsync(Rules);
        await newsroom.RuleAsync("42", "least-outlets:2");
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "43", Guild = "2" }, by: null, Ct);

        var reply = await newsroom.RunAsync("/channel export");

        Assert.Equal("The rules of 1 channel. Edit the file if you like, and use `/channel import` to apply it.", reply.Content);
        Assert.Equal("channels.yaml", Assert.Single(reply.Files).Filename);
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task Digest_is_exported_as_files_before_and_after_it_is_posted()
    {
        var rules = ChannelRules.Default with { Mode = PostingMode.Daily };
        await using var desk = await Outlets.OpenAsync(
            clock, new() { Channel = Seed.NewsChannelId, Guild = Seed.GuildId, Rules = rules });
        desk.Tell("gazette", "Storm cuts power");
        desk.Tell("post", "Ferries return");
        await desk.BringAsync();
        var command = $"/channel export digest:{Seed.NewsChannelId}";

        var none = await RunAsync(desk, command);
        var next = await RunAsync(desk, $"{command} edition:next");
        clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        var last = await RunAsync(desk, command);
        var empty = await RunAsync(desk, $"{command} edition:next");

        Assert.Equal(
            $"<#{Seed.NewsChannelId}> got no digest yet. Choose `edition:next` to export what waits for the next one.", none.Content);
        foreach (var exported in (Reply[])[next, last])
        {
            Assert.StartsWith(
                $"News digest · 2036-11-25 of <#{Seed.NewsChannelId}>, 2 stories. ", exported.Content, StringComparison.Ordinal);
            Assert.Equal(["digest-2036-11-25.html", "digest-2036-11-25.md"], exported.Files.Select(file => file.Filename));
            Assert.True(exported.IsPrivate);
        }

        Assert.Equal($"No story waits for the next digest of <#{Seed.NewsChannelId}>.", empty.Content);
    }

    [Fact]
    public async Task Channel_without_digests_has_none_to_export()
    {
        await using var newsroom = await OpenAsync(Rules);

        var next = await newsroom.RunAsync("/channel export digest:42 edition:next");
        var foreign = await newsroom.RunAsync("/channel export digest:77");

        Assert.Equal("<#42> gets each story by itself. Use `/channel edit` to choose a daily or weekly digest.", next.Content);
        Assert.StartsWith("<#77> gets no news.", foreign.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_shows_its_changes_and_applies_them_on_confirmation()
    {
        await using var newsroom = await OpenAsync(Rules);

        var asked = await ImportAsync(newsroom);
        Assert.True((await RulesAsync(newsroom)).LeastOutlets == 1);
        var done = await newsroom.PressAsync(
            Newsroom.Interaction("import") with { Message = new() { Id = new(5), ChannelId = new(2), Attachments = [Attached] } });

        Assert.Equal("This would change <#42>:\n<#42>\n- minimum outlets: 1 → 2\n- quiet hours: none → 22:00-07:00", asked.Content);
        Assert.Single(asked.Files);
        Assert.Equal("Changed <#42>. Use `/channel log` to see all changes.", done.Content);
        Assert.Equal(2, (await RulesAsync(newsroom)).LeastOutlets);
    }

    [Fact]
    public async Task Form_asks_for_the_file_where_the_command_has_none()
    {
        await using var newsroom = await OpenAsync(Rules);

        var form = (await newsroom.RunAsync("/channel import")).Form!;
        var asked = await newsroom.SubmitAsync(OneFile.Submitted(form));
        var without = await newsroom.SubmitAsync(form);

        Assert.Equal("Import rules", form.Title);
        Assert.StartsWith("This would change <#42>:\n<#42>\n- minimum outlets: 1 → 2", asked.Content);
        Assert.Equal("Attach a YAML file, such as `/channel export` creates.", without.Content);
    }

    [Fact]
    public async Task File_of_presets_says_where_it_belongs()
    {
        await using var newsroom = await OpenAsync("presets:\n  - preset: News\n");

        var reply = await ImportAsync(newsroom);

        Assert.Contains("channels.yaml:1:1: This is a file of presets. Import it with /channel presets.", reply.Content);
    }

    [Fact]
    public async Task File_that_gives_the_server_too_many_expressions_is_refused()
    {
        await using var newsroom = await OpenAsync("channels:\n  - channel: \"42\"\n    words: [/a/]\n");
        await newsroom.RunAsync("/channel add channel:43 latest:0");
        await newsroom.RuleAsync("43", $"words:{string.Join(", ", Enumerable.Range(0, 100).Select(number => $"/{number}/"))}");

        Assert.Contains("With this change there would be 101.", (await ImportAsync(newsroom)).Content);
        Assert.Equal(0, (await RulesAsync(newsroom)).Expressions);
    }

    [Fact]
    public async Task Errors_are_shown_with_their_places_and_nothing_is_changed()
    {
        await using var newsroom = await OpenAsync(Rules + "    least-heat: hot\n  - channel: \"77\"\n    silent: yes\n");

        var reply = await ImportAsync(newsroom);

        Assert.StartsWith("Nothing was changed, because the file has errors:\n- channels.yaml:5:17: least-heat", reply.Content);
        Assert.Contains("channels.yaml:6:14: The channel 77 gets no news", reply.Content);
        Assert.Empty(reply.Components);
    }

    [Fact]
    public async Task Invalid_role_is_an_error()
    {
        await using var newsroom = await OpenAsync(Rules + "    ping-role: editors\n");

        Assert.Contains("The role editors of the channel 42 is not one role of this server.", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public void Role_is_named_as_the_server_names_it()
    {
        Role[] roles =
            [new() { Id = new(8), Name = "Editors" }, new() { Id = new(9), Name = "Twins" }, new() { Id = new(10), Name = "Twins" }];

        var found = Plan("editors");
        var unclear = Plan("Twins");

        Assert.Equal("8", Assert.Single(found.Changes).After.Pings.Single().Role);
        Assert.Contains("The role Twins of the channel 42 is not one role of this server.", Assert.Single(unclear.Problems).ToString());

        ChannelsPlan Plan(string role) => ChannelsPlan.Of(
            $"channels:\n  - channel: \"42\"\n    pings: [{{role: {role}}}]\n",
            "channels.yaml",
            [new() { Channel = "42" }],
            mayAdd: false,
            roles: roles);
    }

    [Fact]
    public async Task Channel_from_the_settings_can_be_imported()
    {
        await using var newsroom = await OpenAsync(Rules);
        await newsroom.Get<ChannelAdministration>().SaveAsync(
            new() { Channel = "42", Guild = "1", FromSettings = true, Latest = 0 },
            by: null,
            Ct);

        Assert.StartsWith("This would change <#42>:", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task Download_of_a_large_file_stops_at_the_limit()
    {
        await using var newsroom = await OpenAsync(new string('#', 2 * 1024 * 1024));

        Assert.StartsWith("The file is larger than 1024 KB.", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task Only_members_who_manage_the_server_import()
    {
        await using var newsroom = await OpenAsync(Rules);

        var reply = await newsroom.PressAsync(
            Newsroom.Interaction("import") with { Member = new() { Permissions = Permissions.SendMessages } });

        Assert.Equal("You need the Manage Server permission for this.", reply.Content);
    }

    static Attachment Attached { get; } = new()
    {
        Id = new(9),
        Filename = "channels.yaml",
        Size = 100,
        Url = new("https://cdn.example/channels.yaml"),
    };

    static Task<Reply> ImportAsync(Newsroom newsroom)
    {
        using var id = JsonDocument.Parse("\"9\"");
        return newsroom.Get<CommandCatalog>().Command("channel")!.RunAsync(
            new()
            {
                Name = "channel",
                Subcommand = "import",
                GuildId = new(1),
                UserId = Newsroom.Moderator,
                Options = [new() { Name = "file", Type = OptionType.Attachment, Value = id.RootElement.Clone() }],
                Attachments = new Dictionary<Snowflake, Attachment> { [Attached.Id] = Attached },
            },
            Ct);
    }

    static async Task<Desk.Channels.ChannelRules> RulesAsync(Newsroom newsroom) =>
        (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;

    /// <param name="file">What Discord has under every address.</param>
    static async Task<Newsroom> OpenAsync(string file)
    {
        var newsroom = await Newsroom.OpenAsync(
            services => services.AddSingleton(_ => new AttachmentReader(new(new OneFile { Text = file }))));
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }

    static async Task<Reply> RunAsync(DeskOnLocalDiscord desk, string typed)
    {
        var catalog = desk.Get<CommandCatalog>();
        Assert.True(TypedCall.TryParse(typed, catalog, out var call, out var mistake), mistake);
        return await catalog.Command(call.Name)!.RunAsync(call with { GuildId = Snowflake.Parse(Seed.GuildId, null) }, Ct);
    }
}
