using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class InteractionsApiTests : IAsyncLifetime
{
    TestDiscord discord = null!;
    ScriptedBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        await discord.RegisterAsync("""
            [
              {"name":"latest","description":"d"},
              {"name":"topic","description":"d","options":[{"type":3,"name":"name","description":"d","autocomplete":true}]}
            ]
            """);
        bot = await discord.ReadyBotAsync(intents: 0);
    }

    public ValueTask DisposeAsync() => discord.DisposeAsync();

    [Fact]
    public async Task Answer_is_a_message_with_the_user_and_command_it_answers()
    {
        var (seen, interaction) = await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"here"}}""");

        var message = seen.Json["message"]!;
        Assert.Equal(
            ("20", "here", interaction["id"]!.ToString()),
            (message["type"]!.ToString(), message["content"]!.ToString(), message["interaction_metadata"]!["id"]!.ToString()));
        Assert.Equal(Seed.MemberId, message["interaction_metadata"]!["user"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Answer_to_a_command_has_the_deprecated_interaction_as_well()
    {
        var (seen, interaction) = await discord.ExchangeAsync(bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"here"}}""");
        var followUp = await discord.ApiAsync("POST", interaction.Webhook(), """{"content":"more"}""", token: null);

        var legacy = seen.Json["message"]!["interaction"]!;
        Assert.Equal(
            (interaction["id"]!.ToString(), "2", "latest", Seed.MemberId),
            (legacy["id"]!.ToString(), legacy["type"]!.ToString(), legacy["name"]!.ToString(), legacy["user"]!["id"]!.ToString()));
        Assert.Null(followUp.Json["interaction"]);
    }

    [Fact]
    public async Task Callback_with_response_returns_the_message()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");

        var reply = await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"here","flags":64}}""", "?with_response=true");

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ("here", "4"), (reply.Json["resource"]!["message"]!["content"]!.ToString(), reply.Json["resource"]!["type"]!.ToString()));
        Assert.Equal(
            ("true", "false"),
            (reply.Json["interaction"]!["response_message_ephemeral"]!.ToString(),
                reply.Json["interaction"]!["response_message_loading"]!.ToString()));
    }

    [Fact]
    public async Task Interaction_can_be_answered_only_once()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":5}""");

        var second = await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"again"}}""");

        Assert.Equal((400, 40060), (second.Status, second.Code));
    }

    [Fact]
    public async Task Interaction_is_unknown_after_three_seconds()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        discord.Clock.Advance(TimeSpan.FromSeconds(3.1));

        var late = await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"late"}}""");

        Assert.Equal((404, 10062), (late.Status, late.Code));
    }

    [Fact]
    public async Task Rejected_answer_can_be_corrected()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");

        var refused = await discord.AnswerAsync(interaction, """{"type":4,"data":{}}""");
        var corrected = await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"here"}}""");

        Assert.Equal((50006, 204), (refused.Code, corrected.Status));
    }

    [Theory]
    [InlineData("""{"command":"/latest"}""", """{"type":6}""")]
    [InlineData("""{"command":"/latest"}""", """{"type":7,"data":{"content":"x"}}""")]
    [InlineData("""{"command":"/latest"}""", """{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"suggest":"/topic po"}""", """{"type":4,"data":{"content":"x"}}""")]
    [InlineData("""{"command":"/latest"}""", """{"type":99}""")]
    public async Task Callback_must_match_the_interaction_type(string action, string callback)
    {
        var interaction = await UseAsync(action);

        var reply = await discord.AnswerAsync(interaction, callback);

        Assert.Equal(["type BASE_TYPE_CHOICES"], reply.Problems);
    }

    [Fact]
    public async Task More_than_25_choices_are_rejected()
    {
        var interaction = await UseAsync("""{"suggest":"/topic po"}""");
        var choices = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"{{i}}","value":"{{i}}"}"""));

        var reply = await discord.AnswerAsync(interaction, $$$"""{"type":8,"data":{"choices":[{{{choices}}}]}}""");

        Assert.Equal(["data.choices BASE_TYPE_BAD_LENGTH"], reply.Problems);
    }

    [Fact]
    public async Task Deferred_answer_is_loading_until_it_is_edited()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":5}""");

        var waiting = await discord.ApiAsync("GET", interaction.Original(), token: null);
        var filled = await discord.ApiAsync("PATCH", interaction.Original(), """{"content":"here"}""", token: null);

        Assert.Equal(("128", ""), (waiting["flags"], waiting["content"]));
        Assert.Equal(("0", "here", waiting["id"]), (filled["flags"], filled["content"], filled["id"]));
        Assert.Equal("null", filled["edited_timestamp"]);
    }

    [Fact]
    public async Task First_follow_up_replaces_a_deferred_answer()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":5,"data":{"flags":64}}""");

        var first = await discord.ApiAsync("POST", interaction.Webhook(), """{"content":"first"}""", token: null);
        var second = await discord.ApiAsync("POST", interaction.Webhook(), """{"content":"second"}""", token: null);
        var original = await discord.ApiAsync("GET", interaction.Original(), token: null);

        Assert.Equal((original["id"], "64", "first"), (first["id"], first["flags"], original["content"]));
        Assert.Equal(
            (original["id"], "0"), (second.Json["interaction_metadata"]!["original_response_message_id"]!.ToString(), second["flags"]));
    }

    [Fact]
    public async Task Token_expires_after_fifteen_minutes()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"here"}}""");
        discord.Clock.Advance(TimeSpan.FromMinutes(15.1));

        var expired = await discord.ApiAsync("PATCH", interaction.Original(), """{"content":"late"}""", token: null);
        var unknown = await discord.ApiAsync(
            "PATCH", $"webhooks/{Seed.ApplicationId}/never/messages/@original", """{"content":"late"}""", token: null);

        Assert.Equal((401, 50027, 404, 10015), (expired.Status, expired.Code, unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task Follow_up_before_the_first_answer_is_rejected()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");

        var early = await discord.ApiAsync("POST", interaction.Webhook(), """{"content":"early"}""", token: null);

        Assert.Equal(10015, early.Code);
    }

    [Fact]
    public async Task Token_gives_access_to_its_own_messages_only()
    {
        var other = await discord.SendAsync("""{"content":"other"}""");
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"here"}}""");
        var own = await discord.ApiAsync("POST", interaction.Webhook(), """{"content":"more"}""", token: null);

        var edited = await discord.ApiAsync(
            "PATCH", $"{interaction.Webhook()}/messages/{own["id"]}", """{"content":"mine"}""", token: null);
        var reply = await discord.ApiAsync(
            "PATCH", $"{interaction.Webhook()}/messages/{other["id"]}", """{"content":"mine"}""", token: null);

        Assert.Equal("mine", edited["content"]);
        Assert.Equal(10008, reply.Code);
    }

    [Fact]
    public async Task Original_can_be_requested_with_an_encoded_at_sign()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        await discord.AnswerAsync(interaction, """{"type":4,"data":{"content":"here"}}""");

        var deleted = await discord.ApiAsync("DELETE", interaction.Webhook() + "/messages/%40original", token: null);

        Assert.Equal((204, 10008), (deleted.Status, (await discord.ApiAsync("GET", interaction.Original(), token: null)).Code));
    }

    [Fact]
    public async Task Ephemeral_answer_is_not_listed_in_the_channel()
    {
        var (seen, _) = await discord.ExchangeAsync(
            bot, """{"command":"/latest"}""", """{"type":4,"data":{"content":"for you","flags":64}}""");
        var id = seen.Json["message"]!["id"]!.ToString();

        var single = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages/{id}");
        var list = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages");

        Assert.Equal((10008, "[]"), (single.Code, list.Text));
    }

    [Fact]
    public async Task Answer_of_components_whose_JSON_is_larger_than_10_000_bytes_is_a_failure_of_the_server()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");
        var large = new string('x', 10_000);

        var refused = await discord.AnswerAsync(interaction, Card("large", large));
        var answered = await discord.AnswerAsync(interaction, Card("small", ""), "?with_response=true");
        var followed = await discord.ApiAsync("POST", $"webhooks/{Seed.ApplicationId}/{interaction["token"]}",
            $$"""{"flags":32768,"components":[{"type":10,"content":"news"}],"unknown_field":"{{large}}"}""");

        Assert.Equal((500, 200, 500), (refused.Status, answered.Status, followed.Status));

        static string Card(string text, string more) =>
            $$"""{"type":4,"data":{"flags":32768,"components":[{"type":10,"content":"{{text}}"}]},"unknown_field":"{{more}}"}""";
    }

    [Fact]
    public async Task Invalid_modal_is_rejected()
    {
        var interaction = await UseAsync("""{"command":"/latest"}""");

        var reply = await discord.AnswerAsync(
            interaction,
            """
            {"type":9,"data":{"custom_id":"m","title":"Report","components":[
              {"type":18,"label":"What?","component":{"type":2,"custom_id":"b"}}]}}
            """);

        Assert.Equal(["data.components.0.component.type BASE_TYPE_CHOICES"], reply.Problems);
    }

    /// <summary>A user does something with the bot. Returns the interaction that the bot received.</summary>
    async Task<JsonNode> UseAsync(string action)
    {
        _ = discord.UseAsync(action);
        return await bot.EventAsync("INTERACTION_CREATE");
    }
}
