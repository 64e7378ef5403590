using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Discord.Models;
using Discord.Rest;

namespace Discord.Tests.Models;

/// <summary>Reads and writes the documentation's examples.</summary>
public sealed class JsonTests
{
    static DiscordJson Json => DiscordJson.Default;

    [Fact]
    public void Reads_a_message()
    {
        var message = Read(Json.Message, """
            {"id":"1400000000000000100","channel_id":"1210000000000000001","type":0,"content":"hi",
             "timestamp":"2026-08-05T12:00:00.000000+00:00",
             "edited_timestamp":null,"tts":false,"mention_everyone":false,"mentions":[],"mention_roles":[],
             "attachments":[{"id":"1390000000000000001","filename":"quay.png","description":"The quay",
              "content_type":"image/png","size":1024,
              "url":"https://cdn.example/quay.png","proxy_url":"https://media.example/quay.png","width":640,"height":480,"flags":0}],
             "embeds":[{"type":"rich","title":"Headline","url":"https://ex.org/a","color":3447003,"footer":{"text":"Source"}}],
             "components":[],"pinned":false,"flags":68,"nonce":1234,
             "author":{"id":"1100000000000000001","username":"newsbot","discriminator":"0000","global_name":null,"avatar":null,"bot":true}}
            """);

        Assert.Equal(new Snowflake(1400000000000000100), message.Id);
        Assert.Equal("hi", message.Content);
        Assert.Equal(new DateTimeOffset(2026, 8, 5, 12, 0, 0, TimeSpan.Zero), message.Timestamp);
        Assert.Equal("Headline", Assert.Single(message.Embeds).Title);
        Assert.Equal("1234", message.Nonce);
        Assert.Equal(MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral, message.Flags);
        Assert.Equal("newsbot", message.Author!.Username);
        var picture = Assert.Single(message.Attachments);
        Assert.Equal(("quay.png", "The quay", 1024), (picture.Filename, picture.Description, picture.Size));
        Assert.Equal("cdn.example", picture.Url!.Host);
    }

    [Fact]
    public void Absent_fields_are_empty_and_not_null()
    {
        var message = Read(Json.Message, """{"id":1400000000000000100,"channel_id":"1"}""");

        Assert.Equal(new Snowflake(1400000000000000100), message.Id);
        Assert.Equal("", message.Content);
        Assert.Empty(message.Embeds);
        Assert.Empty(message.Components);
        Assert.Empty(Read(Json.Guild, """{"id":"1","unavailable":true}""").Channels);
        var command = Read(Json.ApplicationCommand, """{"name":"latest","description":"The latest"}""");
        Assert.Equal(ApplicationCommandType.ChatInput, command.Type);
    }

    [Fact]
    public void Missing_id_is_named()
    {
        var fault = Assert.Throws<JsonException>(() => Read(Json.Message, """{"content":"hi"}"""));
        Assert.Contains("channel_id", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_slash_command_with_options_and_resolved_data()
    {
        var interaction = Read(Json.Interaction, Examples.SlashCommand);

        Assert.Equal(InteractionType.ApplicationCommand, interaction.Type);
        Assert.Equal("alice", interaction.Member!.User!.Username);
        Assert.True(interaction.AppPermissions.HasFlag(Permissions.SendMessages | Permissions.EmbedLinks));
        Assert.Equal("en-US", interaction.Locale);
        var add = Assert.Single(interaction.Data!.Options);
        Assert.Equal((OptionType.SubCommand, "add"), (add.Type, add.Name));
        Assert.Equal("https://ex.org/rss", add.Options[0].Value!.Value.GetString());
        var channel = interaction.Data.Resolved!.Channels[Snowflake.Parse(add.Options[1].Value!.Value.GetString()!)];
        Assert.Equal((ChannelType.GuildAnnouncement, "news"), (channel.Type, channel.Name));
    }

    [Fact]
    public void Interaction_does_not_print_its_token() =>
        Assert.DoesNotContain("aW50", Read(Json.Interaction, Examples.SlashCommand).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Options_do_not_print_the_token() =>
        Assert.DoesNotContain("hush", new DiscordOptions { Token = "hush" }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Reads_the_focused_option()
    {
        var data = Read(Json.InteractionData, """
            {"id":"1","name":"topic","type":1,"options":[{"name":"name","type":3,"value":"ec","focused":true}]}
            """);
        Assert.True(Assert.Single(data.Options).Focused);
    }

    [Fact]
    public void Reads_a_pressed_button_and_a_chosen_option()
    {
        var pressed = Read(Json.InteractionData, """{"component_type":2,"id":2,"custom_id":"mute:42"}""");
        var chosen = Read(Json.InteractionData, """{"component_type":3,"id":2,"custom_id":"s","values":["a"]}""");

        Assert.Equal("mute:42", pressed.CustomId);
        Assert.Equal(["a"], chosen.Values);
    }

    [Fact]
    public void Reads_the_input_of_a_modal()
    {
        var data = Read(Json.InteractionData, """
            {"custom_id":"feed:add","components":[
             {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"url","value":"https://ex.org"}}]}
            """);
        var input = Assert.IsType<TextInput>(Assert.IsType<Label>(Assert.Single(data.Components)).Component);
        Assert.Equal(("url", "https://ex.org"), (input.CustomId, input.Value));
    }

    [Fact]
    public void Reads_unknown_numbers_and_components()
    {
        var message = Read(Json.Message, """
            {"id":"1","channel_id":"2","flags":1073741824,"new_field":{"deep":[1,2]},"components":[
              {"id":1,"components":[{"label":"Read","style":5,"type":2,"url":"https://ex.org"},{"type":99,"custom_id":"x"}],"type":1},
              {"type":98,"components":[{"type":10,"content":"text"}]}]}
            """);

        var row = Assert.IsType<ActionRow>(message.Components[0]);
        Assert.Equal("Read", Assert.IsType<Button>(row.Components[0]).Label);
        Assert.Equal(typeof(Component), row.Components[1].GetType());
        Assert.Equal(typeof(Component), message.Components[1].GetType());
        Assert.Equal((ChannelType)77, Read(Json.Channel, """{"id":"1","type":77}""").Type);
    }

    [Fact]
    public void Message_notifies_nobody_by_default() => AssertJson(
        """{"content":"hi","allowed_mentions":{"parse":[]}}""",
        new CreateMessage { Content = "hi" }, Json.CreateMessage);

    [Fact]
    public void Post_matches_the_documentation() => AssertJson(
        """
        {"embeds":[{"title":"Headline","url":"https://ex.org/a","color":3447003,"timestamp":"2026-08-05T12:00:00+00:00"}],
         "components":[{"type":1,"components":[{"type":2,"style":5,"label":"Read","url":"https://ex.org/a","disabled":false},
           {"type":2,"style":2,"label":"Mute","custom_id":"mute:42","disabled":false}]}],
         "nonce":"d42","enforce_nonce":true,"allowed_mentions":{"parse":[],"roles":["7"]},"flags":4096}
        """,
        new CreateMessage
        {
            Embeds =
            [
                new()
                {
                    Title = "Headline",
                    Url = "https://ex.org/a",
                    Color = 0x3498DB,
                    Timestamp = new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero),
                },
            ],
            Components =
            [
                ActionRow.Of(
                    new Button { Style = ButtonStyle.Link, Label = "Read", Url = "https://ex.org/a" },
                    new Button { Style = ButtonStyle.Secondary, Label = "Mute", CustomId = "mute:42" }),
            ],
            Nonce = "d42",
            EnforceNonce = true,
            AllowedMentions = AllowedMentions.OfRoles([new(7)]),
            Flags = MessageFlags.SuppressNotifications,
        },
        Json.CreateMessage);

    [Fact]
    public void Edit_contains_only_changes() => AssertJson(
        """{"components":[],"allowed_mentions":{"parse":[]}}""",
        new EditMessage { Components = [] }, Json.EditMessage);

    [Fact]
    public void Attachments_are_numbered_and_kept_ones_are_listed() => AssertJson(
        """
        {"attachments":[{"id":"1390000000000000001"},
          {"id":"0","filename":"quay.png","description":"The quay"},{"id":"1","filename":"ship.png"}],
         "allowed_mentions":{"parse":[]}}
        """,
        new EditMessage
        {
            Attachments =
            [
                MessageAttachment.Keep(new(1390000000000000001)),
                MessageAttachment.Upload("quay.png", new byte[] { 1 }) with { Description = "The quay" },
                MessageAttachment.Upload("ship.png", new byte[] { 2 }),
            ],
        },
        Json.EditMessage);

    [Fact]
    public void Interaction_responses_match_the_documentation()
    {
        AssertJson(
            """{"type":4,"data":{"content":"Saved","flags":64,"allowed_mentions":{"parse":[]}}}""",
            new()
            {
                Type = InteractionResponseType.ChannelMessageWithSource,
                Data = new() { Content = "Saved", Flags = MessageFlags.Ephemeral },
            },
            Json.InteractionResponse);
        AssertJson(
            """{"type":8,"data":{"choices":[{"name":"World","value":"world"}]}}""",
            new()
            {
                Type = InteractionResponseType.ApplicationCommandAutocompleteResult,
                Data = new() { Choices = [new() { Name = "World", Value = "world" }] },
            },
            Json.InteractionResponse);
        AssertJson("""{"type":6}""", new() { Type = InteractionResponseType.DeferredUpdateMessage }, Json.InteractionResponse);
        AssertJson(
            """
            {"type":9,"data":{"custom_id":"feed:add","title":"Add feed","components":[
              {"type":18,"label":"URL","component":{"type":4,"custom_id":"url","style":1,"required":true,"max_length":500}}]}}
            """,
            new()
            {
                Type = InteractionResponseType.Modal,
                Data = new()
                {
                    CustomId = "feed:add",
                    Title = "Add feed",
                    Components =
                    [
                        new Label
                        {
                            Text = "URL",
                            Component = new TextInput { CustomId = "url", Style = TextInputStyle.Short, Required = true, MaxLength = 500 },
                        },
                    ],
                },
            },
            Json.InteractionResponse);
    }

    static T Read<T>(JsonTypeInfo<T> type, string json) => JsonSerializer.Deserialize(json, type)!;

    static void AssertJson<T>(string expected, T value, JsonTypeInfo<T> type)
    {
        var actual = JsonSerializer.SerializeToElement(value, type);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), actual.ToString());
    }
}
