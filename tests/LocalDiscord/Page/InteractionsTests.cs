using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Page;

public sealed class InteractionsTests : IAsyncLifetime
{
    const string Commands = """
        [
          {"name":"latest","description":"d"},
          {"name":"topic","description":"d","options":[{"type":3,"name":"name","description":"d","required":true,"autocomplete":true}]},
          {"name":"channel","description":"d","default_member_permissions":"32","options":[
              {"type":1,"name":"add","description":"d","options":[{"type":7,"name":"channel","description":"d","required":true}]}]},
          {"name":"admin","description":"d","default_member_permissions":"0"}
        ]
        """;

    const string Buttons = """
        {"content":"old","components":[
          {"type":1,"components":[
            {"type":2,"style":1,"label":"Next","custom_id":"page:2"},
            {"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true},
            {"type":2,"style":5,"label":"Read","url":"https://example.org"}]},
          {"type":1,"components":[
            {"type":3,"custom_id":"menu","max_values":2,"options":[
              {"label":"A","value":"a"},{"label":"B","value":"b"},{"label":"C","value":"c"}]}]},
          {"type":1,"components":[{"type":8,"custom_id":"where","channel_types":[0]}]}]}
        """;

    TestDiscord discord = null!;
    ScriptedBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync(Commands);
        bot = await discord.ReadyBotAsync(intents: 0);
    }

    public ValueTask DisposeAsync() => discord.DisposeAsync();

    [Fact]
    public async Task Interaction_matches_the_approved_file()
    {
        var (_, interaction) = await discord.ExchangeAsync(
            bot, """{"as":"moderator","channel":"news","command":"/channel add channel:#announcements"}""",
            """{"type":4,"data":{"content":"done"}}""");

        interaction["token"] = "(a secret)";
        var text = interaction.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        foreach (var (id, name) in new[] { (interaction["id"]!, "(an id)"), (interaction["data"]!["id"]!, "(the command)") })
            text = text.Replace(id.ToString(), name, StringComparison.Ordinal);
        Shared.Approved.Text(text, "interaction.json");
    }

    [Fact]
    public async Task User_sees_the_answer_and_how_long_it_took()
    {
        var (seen, _) = await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"here"}}""");

        Assert.Equal("here", seen.Json["message"]!["content"]!.ToString());
        Assert.True(seen.Json["elapsed_ms"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task Interaction_has_the_locale_of_the_user()
    {
        var (_, german) = await discord.ExchangeAsync(
            bot, """{"command":"/latest","locale":"de"}""", """{"type":4,"data":{"content":"hier"}}""");
        var unknown = await discord.UseAsync("""{"command":"/latest","locale":"tlh"}""");

        Assert.Equal("de", german["locale"]!.ToString());
        Assert.Equal("en-US", german["guild_locale"]!.ToString());
        Assert.StartsWith(
            "\"tlh\" isn't one of Discord's languages. Write one of en-US, en-GB,", unknown.Json["error"]!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deferred_answer_is_returned_once_it_is_edited()
    {
        var seen = discord.UseAsync("""{"command":"/latest"}""");
        var interaction = await bot.EventAsync("INTERACTION_CREATE");
        await discord.AnswerAsync(interaction, """{"type":5}""");
        await discord.ApiAsync("PATCH", interaction.Original(), """{"content":"at last"}""", token: null);

        Assert.Equal("at last", (await seen).Json["message"]!["content"]!.ToString());
    }

    [Fact]
    public async Task Deleted_deferred_answer_is_null()
    {
        var seen = discord.UseAsync("""{"command":"/latest"}""");
        var interaction = await bot.EventAsync("INTERACTION_CREATE");
        await discord.AnswerAsync(interaction, """{"type":5}""");
        await discord.ApiAsync("DELETE", interaction.Original(), token: null);

        Assert.Null((await seen).Json["message"]);
    }

    [Fact]
    public async Task Suggestions_are_for_the_option_being_typed()
    {
        var (seen, interaction) = await discord.ExchangeAsync(
            bot, """{"suggest":"/topic po"}""", """{"type":8,"data":{"choices":[{"name":"Power","value":"power"}]}}""");

        Assert.Equal("""{"name":"name","type":3,"value":"po","focused":true}""", interaction["data"]!["options"]![0]!.ToJsonString());
        Assert.Equal("""[{"name":"Power","value":"power"}]""", seen.Json["choices"]!.ToJsonString());
    }

    [Fact]
    public async Task Button_can_update_its_message()
    {
        var message = await discord.SendAsync(Buttons);

        var (seen, interaction) = await discord.ExchangeAsync(
            bot, Press(message, "page:2"), """{"type":7,"data":{"content":"page 2","components":[]}}""");

        Assert.Equal("""{"custom_id":"page:2","component_type":2,"id":2}""", interaction["data"]!.ToJsonString());
        Assert.Equal((message["id"], "old"), (interaction["message"]!["id"]!.ToString(), interaction["message"]!["content"]!.ToString()));
        Assert.Equal((message["id"], "page 2", "[]"), (seen.Json["message"]!["id"]!.ToString(), seen.Json["message"]!["content"]!.ToString(
            ), seen.Json["message"]!["components"]!.ToJsonString()));
    }

    [Fact]
    public async Task Deferred_update_shows_the_message_at_once_and_its_edit_when_that_comes()
    {
        var message = await discord.SendAsync(Buttons);

        var (seen, interaction) = await discord.ExchangeAsync(bot, Press(message, "page:2"), """{"type":6}""");
        var edited = await discord.ApiAsync("PATCH", interaction.Original(), """{"content":"later"}""", token: null);

        Assert.Equal(
            (message["id"], "old"), (seen.Json["message"]!["id"]!.ToString(), seen.Json["message"]!["content"]!.ToString()));
        Assert.Equal((message["id"], "later"), (edited["id"], edited["content"]));
    }

    [Fact]
    public async Task Bot_gets_the_choice_from_a_select_menu()
    {
        var message = await discord.SendAsync(Buttons);

        var (_, interaction) = await discord.ExchangeAsync(
            bot, Select(message, "menu", "\"a\",\"c\""), """{"type":4,"data":{"content":"x"}}""");

        Assert.Equal("""{"custom_id":"menu","component_type":3,"id":6,"values":["a","c"]}""", interaction["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Chosen_channel_is_resolved()
    {
        var message = await discord.SendAsync(Buttons);

        var (_, interaction) = await discord.ExchangeAsync(
            bot, Select(message, "where", $"\"{Seed.NewsChannelId}\""), """{"type":4,"data":{"content":"x"}}""");

        Assert.Equal("news", interaction["data"]!["resolved"]!["channels"]![Seed.NewsChannelId]!["name"]!.ToString());
    }

    [Fact]
    public async Task Modal_is_shown_submitted_and_answered()
    {
        var (seen, _) = await discord.ExchangeAsync(
            bot, """{"command":"/latest"}""",
            """
            {"type":9,"data":{"custom_id":"report","title":"Report","components":[
              {"type":18,"label":"What?","component":{"type":4,"custom_id":"what","style":2,"min_length":3}}]}}
            """);
        var (thanks, submitted) = await discord.ExchangeAsync(
            bot, Submit("wrong date"), """{"type":4,"data":{"content":"thanks","flags":64}}""");

        Assert.Equal("report", seen.Json["modal"]!["custom_id"]!.ToString());
        Assert.Equal("wrong date", submitted["data"]!["components"]![0]!["component"]!["value"]!.ToString());
        Assert.Equal("thanks", thanks.Json["message"]!["content"]!.ToString());
        Assert.Equal("latest", thanks.Json["message"]!["interaction_metadata"]!["triggering_interaction_metadata"]!["name"]!.ToString());
        Assert.Equal("what can have 3 to 4000 characters.", (await discord.UseAsync(Submit("no")))["error"]);
        Assert.Equal("No form \"report\" is open.", (await discord.UseAsync(
            Submit("wrong date").Replace("{\"submit\"", "{\"as\":\"moderator\",\"submit\"", StringComparison.Ordinal)))["error"]);
    }

    [Fact]
    public async Task Choices_in_a_modal_are_resolved()
    {
        await discord.ExchangeAsync(
            bot, """{"command":"/latest"}""",
            """
            {"type":9,"data":{"custom_id":"where","title":"Where?","components":[
              {"type":18,"label":"Channel","component":{"type":8,"custom_id":"channel","channel_types":[0]}}]}}
            """);

        var (_, submitted) = await discord.ExchangeAsync(bot, Chosen(Seed.NewsChannelId), """{"type":4,"data":{"content":"thanks"}}""");
        var refused = await discord.UseAsync(Chosen(Seed.ForumChannelId));

        Assert.Equal("news", submitted["data"]!["resolved"]!["channels"]![Seed.NewsChannelId]!["name"]!.ToString());
        Assert.Equal($"The menu doesn't offer \"{Seed.ForumChannelId}\".", refused["error"]);

        static string Chosen(string channel) =>
            $$$$"""
            {"submit":{"custom_id":"where","components":[
              {"type":18,"component":{"type":8,"custom_id":"channel","values":["{{{{channel}}}}"]}}]}}
            """;
    }

    [Theory]
    [InlineData("page:9", "The message has no \"page:9\".")]
    [InlineData("off", "\"off\" is disabled.")]
    [InlineData("menu", "menu isn't a button.")]
    public async Task Only_existing_enabled_buttons_can_be_pressed(string customId, string error)
    {
        var message = await discord.SendAsync(Buttons);

        var reply = await discord.UseAsync(Press(message, customId));

        Assert.Equal((400, error), (reply.Status, reply["error"]));
    }

    [Theory]
    [InlineData("menu", "", "Choose 1 to 2.")]
    [InlineData("menu", "\"a\",\"b\",\"c\"", "Choose 1 to 2.")]
    [InlineData("menu", "\"z\"", "The menu doesn't offer \"z\".")]
    [InlineData("where", $"\"{Seed.AnnouncementsChannelId}\"", $"The menu doesn't offer \"{Seed.AnnouncementsChannelId}\".")]
    public async Task Only_offered_values_can_be_chosen(string customId, string values, string error)
    {
        var message = await discord.SendAsync(Buttons);

        Assert.Equal(error, (await discord.UseAsync(Select(message, customId, values)))["error"]);
    }

    [Fact]
    public async Task Only_the_recipient_can_use_an_ephemeral_message()
    {
        var (seen, _) = await discord.ExchangeAsync(
            bot, """{"as":"moderator","command":"/latest"}""",
            """
            {"type":4,"data":{"flags":64,"content":"x","components":[
              {"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"}]}]}}
            """);
        var id = seen.Json["message"]!["id"]!.ToString();

        var reply = await discord.UseAsync($$$"""{"as":"member","press":{"message":"{{{id}}}","custom_id":"b"}}""");

        Assert.Equal($"There is no message {id}.", reply["error"]);
    }

    [Theory]
    [InlineData("""{"as":"member","command":"/channel add channel:#news"}""", "You need Manage Server to use /channel.")]
    [InlineData("""{"as":"moderator","command":"/admin"}""", "You need Administrator to use /admin.")]
    [InlineData("""{"as":"nobody","command":"/latest"}""", "There is no user \"nobody\". Use member, moderator or a user's id.")]
    [InlineData("""{"channel":"nowhere","command":"/latest"}""", "There is no channel \"nowhere\".")]
    [InlineData("{}", "Specify an action: command, suggest, press, select, submit or menu.")]
    public async Task User_error_is_400(string action, string error)
    {
        var reply = await discord.UseAsync(action);

        Assert.Equal((400, error), (reply.Status, reply["error"]));
    }

    [Fact]
    public async Task Bot_that_does_not_answer_is_504_after_three_seconds()
    {
        var seen = discord.UseAsync("""{"command":"/latest"}""");
        await bot.EventAsync("INTERACTION_CREATE");

        discord.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((504, "The bot did not answer within 3 seconds."), ((await seen).Status, (await seen)["error"]));
    }

    [Fact]
    public async Task Offline_bot_is_504_at_once()
    {
        await bot.CloseAsync(1000);

        var reply = await discord.UseAsync("""{"command":"/latest"}""");

        Assert.Equal((504, "The bot is offline."), (reply.Status, reply["error"]));
    }

    static string Press(Reply message, string customId) =>
        $$$"""{"press":{"message":"{{{message["id"]}}}","custom_id":"{{{customId}}}"}}""";

    static string Select(Reply message, string customId, string values) =>
        $$$"""{"select":{"message":"{{{message["id"]}}}","custom_id":"{{{customId}}}","values":[{{{values}}}]}}""";

    static string Submit(string value) =>
        $$$$"""
        {"submit":{"custom_id":"report","components":[
          {"type":18,"component":{"type":4,"custom_id":"what","value":"{{{{value}}}}"}}]}}
        """;
}
