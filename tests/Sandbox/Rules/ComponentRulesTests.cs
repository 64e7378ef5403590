namespace Sandbox.Tests.Rules;

public sealed class ComponentRulesTests
{
    const string Button = """{"type":2,"style":2,"label":"b","custom_id":"b"}""";
    const string Link = """{"type":2,"style":5,"label":"b","url":"https://example.org"}""";
    const string Text = """{"type":10,"content":"text"}""";

    [Theory]
    [InlineData(Button, "components.0.type BASE_TYPE_CHOICES")]
    [InlineData(Text, "components.0.type BASE_TYPE_CHOICES")]
    [InlineData("""{"type":1,"components":[]}""", "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData($$"""{"type":1,"components":[{{Link}},{{Link}},{{Link}},{{Link}},{{Link}},{{Link}}]}""", "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData($$"""{"type":1,"components":[{{Button}},{{Button}}]}""", "components COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":1,"label":"b"}]}""", "components.0.components.0.custom_id BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":5,"label":"b"}]}""", "components.0.components.0.url BASE_TYPE_REQUIRED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":5,"label":"b","url":"https://example.org","custom_id":"b"}]}""", "components.0.components.0.custom_id BUTTON_COMPONENT_FIELD_EXCLUDED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":1,"custom_id":"b"}]}""", "components.0.components.0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED")]
    [InlineData("""{"type":1,"components":[{"type":2,"style":7,"label":"b","custom_id":"b"}]}""", "components.0.components.0.style NUMBER_TYPE_MAX")]
    [InlineData("""{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}""", "components.0.components.0.options BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":1,"components":[{"type":3,"custom_id":"s","max_values":2,"options":[{"label":"l","value":"v"}]}]}""", "components.0.components.0.max_values NUMBER_TYPE_MAX")]
    [InlineData($$"""{"type":1,"components":[{"type":8,"custom_id":"s"},{{Button}}]}""", "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED")]
    public async Task A_broken_rule_is_named_with_its_place(string component, string problem)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync($$"""{"content":"hi","components":[{{component}}]}""");

        Assert.Equal([problem], reply.Problems);
    }

    [Fact]
    public async Task Six_rows_are_one_too_many()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var rows = string.Join(',', Enumerable.Repeat($$"""{"type":1,"components":[{{Link}}]}""", 6));

        var reply = await discord.SendAsync($$"""{"content":"hi","components":[{{rows}}]}""");

        Assert.Equal(["components BASE_TYPE_BAD_LENGTH"], reply.Problems);
    }

    [Theory]
    [InlineData($$"""{"flags":32768,"content":"hi","components":[{{Text}}]}""", "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData($$"""{"flags":32768,"embeds":[{"title":"t"}],"components":[{{Text}}]}""", "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData($$"""{"flags":32768,"components":[{{Button}}]}""", "components.0.type BASE_TYPE_CHOICES")]
    [InlineData($$"""{"flags":32768,"components":[{"type":9,"components":[{{Text}}]}]}""", "components.0.accessory BASE_TYPE_REQUIRED")]
    [InlineData($$"""{"flags":32768,"components":[{"type":17,"components":[{"type":17,"components":[{{Text}}]}]}]}""", "components.0.components.0.type BASE_TYPE_CHOICES")]
    public async Task Components_of_the_second_kind_have_rules_of_their_own(string body, string problem)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync(body);

        Assert.Equal([problem], reply.Problems);
    }

    [Fact]
    public async Task Forty_components_are_counted_at_every_depth()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var texts = string.Join(',', Enumerable.Repeat(Text, 39));

        var forty = await discord.SendAsync($$"""{"flags":32768,"components":[{"type":17,"components":[{{texts}}]}]}""");
        var more = await discord.SendAsync($$"""{"flags":32768,"components":[{"type":17,"components":[{{texts}}]},{{Text}}]}""");

        Assert.Equal(200, forty.Status);
        Assert.Equal(["components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"], more.Problems);
    }

    [Fact]
    public async Task Components_without_an_id_are_numbered_around_those_that_have_one()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync($$"""{"flags":32768,"components":[{{Text}},{"type":10,"id":1,"content":"text"},{{Text}}]}""");

        Assert.Equal(["2", "1", "3"], reply.Json["components"]!.AsArray().Select(component => component!["id"]!.ToString()));
    }

    [Fact]
    public async Task What_a_component_leaves_out_is_filled_in()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync("""{"flags":32768,"components":[{"type":14},{"type":1,"components":[{"type":8,"custom_id":"s"}]}]}""");

        Assert.Equal("""{"type":14,"id":1,"spacing":1,"divider":true}""", reply.Json["components"]![0]!.ToJsonString());
        Assert.Equal("""{"type":8,"custom_id":"s","id":3,"min_values":1,"max_values":1}""", reply.Json["components"]![1]!["components"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task The_flag_is_never_removed()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var sent = await discord.SendAsync($$"""{"flags":32768,"components":[{{Text}}]}""");

        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", """{"flags":0}""");

        Assert.Equal(["flags MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2"], edited.Problems);
    }

    [Fact]
    public async Task Setting_the_flag_later_needs_the_old_fields_emptied()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var sent = await discord.SendAsync("""{"content":"old"}""");
        var path = $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}";

        var kept = await discord.ApiAsync("PATCH", path, $$"""{"flags":32768,"components":[{{Text}}]}""");
        var emptied = await discord.ApiAsync("PATCH", path, $$"""{"flags":32768,"content":null,"components":[{{Text}}]}""");

        Assert.Equal(["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"], kept.Problems);
        Assert.Equal((200, "32768"), (emptied.Status, emptied["flags"]));
    }
}
