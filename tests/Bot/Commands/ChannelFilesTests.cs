using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Commands;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using News.Storage;

namespace Bot.Tests.Commands;

/// <summary><c>/channel export</c> and <c>/channel import</c>.</summary>
public class ChannelFilesTests
{
    const string Rules = "channels:\n  - channel: \"42\"\n    least-outlets: 2\n    quiet: 22:00-07:00\n";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_is_a_file_of_the_guilds_channels()
    {
        await using var newsroom = await OpenAsync(Rules);
        await newsroom.RuleAsync("42", "least-outlets:2");
        await newsroom.Get<SubscriptionStore>().SaveAsync(new() { Channel = "43", Guild = "2" }, by: null, Ct);

        var reply = await newsroom.RunAsync("/channel export");

        Assert.Equal("The rules of one channel. `/channel import` takes the file back, changed or not.", reply.Content);
        Assert.Equal("channels.yaml", Assert.Single(reply.Files).Filename);
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task An_import_tells_what_it_would_change_and_changes_it_when_asked()
    {
        await using var newsroom = await OpenAsync(Rules);

        var asked = await ImportAsync(newsroom);
        Assert.True((await RulesAsync(newsroom)).LeastOutlets == 1);
        var done = await newsroom.PressAsync(Newsroom.Press("import") with { Message = new() { Id = new(5), ChannelId = new(2), Attachments = [Attached] } });

        Assert.Equal("This would change <#42>:\n<#42>\n- least outlets: 1 → 2\n- quiet: none → 22:00-07:00", asked.Content);
        Assert.Single(asked.Files);
        Assert.Equal("Changed <#42>. `/channel log` keeps what.", done.Content);
        Assert.Equal(2, (await RulesAsync(newsroom)).LeastOutlets);
    }

    [Fact]
    public async Task Mistakes_are_told_with_their_places_and_nothing_is_changed()
    {
        await using var newsroom = await OpenAsync(Rules + "    least-heat: hot\n  - channel: \"77\"\n    silent: yes\n");

        var reply = await ImportAsync(newsroom);

        Assert.StartsWith("Nothing is changed, since the file has mistakes:\n- channels.yaml:5:17: least-heat", reply.Content);
        Assert.Contains("channels.yaml:6:14: The channel 77 gets no news", reply.Content);
        Assert.Empty(reply.Components);
    }

    [Fact]
    public async Task A_role_that_is_none_is_a_mistake()
    {
        await using var newsroom = await OpenAsync(Rules + "    ping-role: editors\n");

        Assert.Contains("The ping-role editors of the channel 42 is not an id.", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task A_channel_of_the_settings_can_not_be_changed_by_a_file()
    {
        await using var newsroom = await OpenAsync(Rules);
        await newsroom.Get<SubscriptionStore>().SaveAsync(new() { Channel = "42", Guild = "1", FromSettings = true, Latest = 0 }, by: null, Ct);

        Assert.Contains("channels.yaml:2:14: The channel 42 is declared in the bot's settings", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched_to_its_end()
    {
        await using var newsroom = await OpenAsync(new string('#', 2 * 1024 * 1024));

        Assert.StartsWith("The file is larger than 1024 KB.", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task Only_those_who_manage_the_guild_import()
    {
        await using var newsroom = await OpenAsync(Rules);

        var reply = await newsroom.PressAsync(Newsroom.Press("import") with { Member = new() { Permissions = Permissions.SendMessages } });

        Assert.Equal("Only those with Manage Server can change rules.", reply.Content);
    }

    static Attachment Attached { get; } = new() { Id = new(9), Filename = "channels.yaml", Size = 100, Url = new("https://cdn.example/channels.yaml") };

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

    static async Task<News.Rules.ChannelRules> RulesAsync(Newsroom newsroom) => (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules;

    /// <param name="file">What Discord has under every address.</param>
    static async Task<Newsroom> OpenAsync(string file)
    {
        var newsroom = await Newsroom.OpenAsync(services => services.AddSingleton(_ => new AttachmentReader(new(new OneFile(file)))));
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        return newsroom;
    }

    sealed class OneFile(string text) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) });
    }
}
