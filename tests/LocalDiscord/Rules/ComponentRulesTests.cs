using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Rules;

public sealed class ComponentRulesTests
{
    const string Button = """{"type":2,"style":2,"label":"b","custom_id":"b"}""";
    const string Link = """{"type":2,"style":5,"label":"b","url":"https://example.org"}""";
    const string Text = """{"type":10,"content":"text"}""";

    [Theory]
    [InlineData(Button, "components.0.type BASE_TYPE_CHOICES")]
    [InlineData(Text, "components.0.type BASE_TYPE_CHOICES")]
    [InlineData("""{"type":1,"components":[]}""", "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData(
        $$"""{"type":1,"components":[{{Link}},{{Link}},{{Link}},{{Link}},{{Link}},{{Link}}]}""",
        "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData($$"""{"type":1,"components":[{{Button}},{{Button}}]}""", "components COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":1,"label":"b"}]}""", "components.0.components.0.custom_id BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":5,"label":"b"}]}""", "components.0.components.0.url BASE_TYPE_REQUIRED")]
    [InlineData(
        """{"type":1,"components":[{"type":2,"style":5,"label":"b","url":"https://example.org","custom_id":"b"}]}""",
        "components.0.components.0.custom_id BUTTON_COMPONENT_FIELD_EXCLUDED")]
    [InlineData(
        """{"type":1,"components":[{"type":2,"style":1,"custom_id":"b"}]}""",
        "components.0.components.0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED")]
    [InlineData(
        """{"type":1,"components":[{"type":2,"style":7,"label":"b","custom_id":"b"}]}""",
        "components.0.components.0.style NUMBER_TYPE_MAX")]
    [InlineData(
        """{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}""", "components.0.components.0.options BASE_TYPE_BAD_LENGTH")]
    [InlineData(
        """{"type":1,"components":[{"type":3,"custom_id":"s","max_values":2,"options":[{"label":"l","value":"v"}]}]}""",
        "components.0.components.0.max_values NUMBER_TYPE_MAX")]
    [InlineData(
        $$"""{"type":1,"components":[{"type":8,"custom_id":"s"},{{Button}}]}""", "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED")]
    public async Task Broken_rule_is_reported_with_its_field(string component, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync($$"""{"content":"hi","components":[{{component}}]}""");

        Assert.Equal([problem], reply.Problems);
    }

    [Fact]
    public async Task Sixth_row_is_rejected()
    {
        await using var discord = await TestDiscord.StartAsync();
        var rows = string.Join(',', Enumerable.Repeat($$"""{"type":1,"components":[{{Link}}]}""", 6));

        var reply = await discord.SendAsync($$"""{"content":"hi","components":[{{rows}}]}""");

        Assert.Equal(["components BASE_TYPE_BAD_LENGTH"], reply.Problems);
    }

    [Theory]
    [InlineData(
        $$"""{"flags":32768,"content":"hi","components":[{{Text}}]}""", "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData(
        $$"""{"flags":32768,"embeds":[{"title":"t"}],"components":[{{Text}}]}""",
        "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData($$"""{"flags":32768,"components":[{{Button}}]}""", "components.0.type BASE_TYPE_CHOICES")]
    [InlineData($$"""{"flags":32768,"components":[{"type":9,"components":[{{Text}}]}]}""", "components.0.accessory BASE_TYPE_REQUIRED")]
    [InlineData(
        $$"""{"flags":32768,"components":[{"type":17,"components":[{"type":17,"components":[{{Text}}]}]}]}""",
        "components.0.components.0.type BASE_TYPE_CHOICES")]
    public async Task Components_V2_messages_have_their_own_rules(string body, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(body);

        Assert.Equal([problem], reply.Problems);
    }

    [Fact]
    public async Task Nested_components_count_towards_the_limit_of_forty()
    {
        await using var discord = await TestDiscord.StartAsync();
        var texts = string.Join(',', Enumerable.Repeat(Text, 39));

        var forty = await discord.SendAsync($$"""{"flags":32768,"components":[{"type":17,"components":[{{texts}}]}]}""");
        var more = await discord.SendAsync($$"""{"flags":32768,"components":[{"type":17,"components":[{{texts}}]},{{Text}}]}""");

        Assert.Equal(200, forty.Status);
        Assert.Equal(["components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"], more.Problems);
    }

    [Fact]
    public async Task Components_without_an_id_get_free_numbers()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync($$"""{"flags":32768,"components":[{{Text}},{"type":10,"id":1,"content":"text"},{{Text}}]}""");

        Assert.Equal(["2", "1", "3"], reply.Json["components"]!.AsArray().Select(component => component!["id"]!.ToString()));
    }

    [Fact]
    public async Task Components_get_default_values()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(
            """{"flags":32768,"components":[{"type":14},{"type":1,"components":[{"type":8,"custom_id":"s"}]}]}""");

        Assert.Equal("""{"type":14,"id":1,"spacing":1,"divider":true}""", reply.Json["components"]![0]!.ToJsonString());
        Assert.Equal(
            """{"type":8,"custom_id":"s","id":3,"min_values":1,"max_values":1}""",
            reply.Json["components"]![1]!["components"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task Components_V2_flag_cannot_be_removed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await discord.SendAsync($$"""{"flags":32768,"components":[{{Text}}]}""");

        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", """{"flags":0}""");

        Assert.Equal(["flags MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2"], edited.Problems);
    }

    [Fact]
    public async Task Setting_the_Components_V2_flag_needs_empty_content_and_embeds()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await discord.SendAsync("""{"content":"old"}""");
        var path = $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}";

        var kept = await discord.ApiAsync("PATCH", path, $$"""{"flags":32768,"components":[{{Text}}]}""");
        var emptied = await discord.ApiAsync("PATCH", path, $$"""{"flags":32768,"content":null,"components":[{{Text}}]}""");

        Assert.Equal(["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"], kept.Problems);
        Assert.Equal((200, "32768"), (emptied.Status, emptied["flags"]));
    }
}
