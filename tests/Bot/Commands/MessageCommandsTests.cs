using System.Globalization;
using Bot.Commands;
using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;
using Shared;

namespace Bot.Tests.Commands;

/// <summary>The commands in the menu of every message.</summary>
public class MessageCommandsTests
{
    const string Member = "1214124711315767301";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Look: https://gazette.example/12?utm_source=chat, it grows")]
    [InlineData("[the story](https://www.gazette.example/12)")]
    public async Task Coverage_of_a_linked_story_is_shown_to_who_asks(string content)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await RunAsync(newsroom, "Find coverage", new() { Id = new(1), ChannelId = new(1), Content = content });

        Assert.Contains(@"### Story 12 of \*twelve\*", answer.Text(), StringComparison.Ordinal);
        Assert.True(answer.IsPrivate);
    }

    [Fact]
    public async Task Coverage_of_the_story_of_a_card_is_found_by_the_card()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var card = (await newsroom.RunAsync("/article title:Story 3 of *twelve*")).Components;

        var answer = await RunAsync(newsroom, "Find coverage", new() { Id = new(1), ChannelId = new(1), Components = card });

        Assert.Contains(@"### Story 3 of \*twelve\*", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_without_a_link_offer_a_choice()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Write("otter.md", """
            title: Otter steals the mayor's lunch
            publishedDateTime: 2026-11-20
            webUrl: https://lantern.example/otter
            """);
        await newsroom.ImportAsync();

        var question = await RunAsync(newsroom, "Find coverage", Saying("did an otter really steal the lunch of the mayor?"));
        var menu = question.Menus().Single();
        var answer = await newsroom.PressAsync(menu.CustomId, menu.Options[0].Value);

        Assert.Equal(("Several stories match. Which one do you mean?", true), (question.Content, question.IsPrivate));
        Assert.Equal("Otter steals the mayor's lunch", menu.Options[0].Label);
        Assert.Contains("### Otter steals the mayor's lunch", answer.Text(), StringComparison.Ordinal);
        Assert.True(answer.Replaces);
    }

    [Theory]
    [InlineData("See you at eight")]
    [InlineData("")]
    [InlineData("https://elsewhere.example/")]
    public async Task Message_about_no_story_gets_a_note(string content)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await RunAsync(newsroom, "Find coverage", Saying(content));

        Assert.Equal(("I know no story that this message is about.", true), (answer.Content, answer.IsPrivate));
    }

    [Fact]
    public async Task Story_of_a_message_is_followed()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await RunAsync(newsroom, "Follow this story", Saying("https://gazette.example/12"));

        Assert.StartsWith("You now follow this story.", answer.Content, StringComparison.Ordinal);
        Assert.Single(await newsroom.Get<FollowStore>().StoriesAsync(Member, take: 5, Ct));
    }

    [Fact]
    public async Task Moderator_posts_the_story_of_a_message_to_a_channel()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42", Guild = "1", Latest = 0 }, by: null, Ct);

        var question = await RunAsync(newsroom, "Post to a channel", Saying("https://gazette.example/12"));
        var done = await newsroom.PressAsync(question.Menus().Single().CustomId, "42");

        Assert.Equal(["42"], question.Menus().Single().Options.Select(option => option.Value));
        Assert.Equal(@"Post “Story 12 of \*twelve\*” to which channel?", question.Content);
        Assert.Equal(
            (@"I'll post “Story 12 of \*twelve\*” to <#42>. Use `/channel history` to follow it.", true),
            (done.Content, done.Replaces));
    }

    [Theory]
    [InlineData(null, "No channel of this server gets news yet. Use `/channel setup` to add one, then try again.")]
    [InlineData("42", "Every channel that gets news is paused. Use `/channel resume`, then try again.")]
    public async Task Channels_that_get_no_news_are_not_offered(string? paused, string answer)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        if (paused is not null)
        {
            await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = paused, Guild = "1", Latest = 0 }, by: null, Ct);
            await newsroom.RunAsync($"/channel pause channel:{paused}");
        }

        Assert.Equal(answer, (await RunAsync(newsroom, "Post to a channel", Saying("https://gazette.example/12"))).Content);
    }

    [Fact]
    public async Task Menu_of_a_card_on_the_local_Discord_has_the_commands()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartWithNewsChannelAsync();
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#general latest:1"}""");
        await desk.UntilPostedAsync("general", 1);
        var card = (await desk.MessagesAsync("general"))[0].GetProperty("id").GetString();

        var coverage = await desk.InteractAsync(Menu("member", "Find coverage"));
        var posting = await desk.InteractAsync(Menu("moderator", "Post to a channel"));
        var refused = await desk.InteractAsync(Menu("member", "Post to a channel"));

        Assert.Contains("### Boat\n", Posted.Text(coverage.GetProperty("message")), StringComparison.Ordinal);
        Assert.Equal("Post “Boat” to which channel?", posting.GetProperty("message").GetProperty("content").GetString());
        Assert.Contains("There is no command \"Post to a channel\" in this menu", refused.GetProperty("error").GetString());

        string Menu(string who, string command) =>
            $$$"""{"as": "{{{who}}}", "channel": "general", "menu": {"message": "{{{card}}}", "command": "{{{command}}}"} }""";
    }

    [Fact]
    public async Task Member_posts_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var answer = await newsroom.Get<InteractionRouter>().RunAsync(
            Interaction("Post to a channel", Saying("https://gazette.example/12")) with { Member = new() { User = new() { Id = Id } } },
            Ct);

        Assert.Equal(AccessRules.Refusal, answer.Content);
    }

    [Fact]
    public async Task Server_that_does_not_have_the_app_sees_no_answer()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var interaction = new Interaction
        {
            Id = new(1),
            ApplicationId = new(2),
            Type = InteractionType.ApplicationCommand,
            Token = "t",
            GuildId = new(1),
            User = new() { Id = Id },
            Data = new() { Name = "latest" },
        };
        var router = newsroom.Get<InteractionRouter>();

        var here = await router.RunAsync(interaction, Ct);
        var elsewhere = interaction with { AuthorizingIntegrationOwners = new Dictionary<string, Snowflake> { ["1"] = Id } };

        Assert.Equal((false, false), (here.IsPrivate, router.AnswersPrivately(interaction)));
        Assert.Equal((true, true), ((await router.RunAsync(elsewhere, Ct)).IsPrivate, router.AnswersPrivately(elsewhere)));
    }

    [Fact]
    public async Task People_install_what_members_use_and_not_what_moderators_do()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var servers = newsroom.Get<CommandCatalog>().Specs
            .Where(spec => !spec.IntegrationTypes!.Contains(ApplicationIntegrationType.User))
            .Select(spec => spec.Name);

        Assert.Equal(["channel", "Post to a channel"], servers);
    }

    static Snowflake Id => Snowflake.Parse(Member, CultureInfo.InvariantCulture);

    static Message Saying(string content) => new() { Id = new(1), ChannelId = new(1), Content = content };

    static Task<Reply> RunAsync(Newsroom newsroom, string command, Message message) =>
        newsroom.Get<InteractionRouter>().RunAsync(Interaction(command, message), Ct);

    static Interaction Interaction(string command, Message message) => new()
    {
        Id = new(1),
        ApplicationId = new(2),
        Type = InteractionType.ApplicationCommand,
        Token = "t",
        GuildId = new(1),
        Locale = "en-US",
        Member = new() { User = new() { Id = Id }, Permissions = Permissions.ManageGuild },
        Data = new()
        {
            Name = command,
            Type = ApplicationCommandType.Message,
            TargetId = message.Id,
            Resolved = new() { Messages = new Dictionary<Snowflake, Message> { [message.Id] = message } },
        },
    };
}
