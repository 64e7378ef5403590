namespace LocalDiscord.Tests.Rules;

public sealed class CommandRulesTests
{
    [Theory]
    [InlineData("""{"name":"Latest","description":"d"}""", "0.name APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"la test","description":"d"}""", "0.name APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"description":"d"}""", "0.name BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"latest"}""", "0.description BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a23456789012345678901234567890123","description":"d"}""", "0.name BASE_TYPE_MAX_LENGTH")]
    [InlineData(
        """
        {"name":"x","description":"d","options":[
          {"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}
        """,
        "0.options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData(
        """{"name":"x","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":4,"name":"a","description":"d"}]}""",
        "0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")]
    [InlineData(
        """
        {"name":"x","description":"d","options":[
          {"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}]}
        """,
        "0.options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES")]
    [InlineData(
        """{"name":"x","description":"d","options":[{"type":4,"name":"a","description":"d","choices":[{"name":"n","value":"v"}]}]}""",
        "0.options.0.choices.0.value APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE")]
    [InlineData(
        """{"name":"x","description":"d","options":[{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}]}""",
        "0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData(
        """
        {"name":"x","description":"d","options":[
          {"type":1,"name":"a","description":"d","options":[{"type":1,"name":"b","description":"d"}]}]}
        """,
        "0.options.0.options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData(
        """{"name":"x","description":"d","options":[{"type":12,"name":"a","description":"d"}]}""", "0.options.0.type NUMBER_TYPE_MAX")]
    [InlineData(
        """{"name":"x","description":"d","default_member_permissions":"manage"}""", "0.default_member_permissions NUMBER_TYPE_COERCE")]
    [InlineData("""{"type":3,"name":"Find related","description":"d"}""", "0.description APPLICATION_COMMANDS_CONTEXT_MENU_NO_DESCRIPTION")]
    public async Task Broken_rule_is_reported_with_its_field(string command, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.RegisterAsync($"[{command}]");

        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal([problem], reply.Problems);
    }

    [Theory]
    [InlineData("neueste")]
    [InlineData("überblick")]
    [InlineData("最新")]
    [InlineData("समाचार")]
    [InlineData("ข่าว")]
    [InlineData("what's-new_2")]
    public async Task Command_names_can_use_any_script(string name)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.RegisterAsync($$"""[{"name":"{{name}}","description":"d"}]""");

        Assert.Equal((200, name), (reply.Status, reply.Json[0]!["name"]!.ToString()));
    }

    [Fact]
    public async Task Command_larger_than_8000_characters_is_rejected()
    {
        await using var discord = await TestDiscord.StartAsync();
        var text = new string('x', 100);
        var choices = string.Join(',', Enumerable.Range(10, 25).Select(i => $$"""{"name":"{{i}}{{text[..98]}}","value":"{{text}}"}"""));
        var options = string.Join(
            ',', Enumerable.Range(0, 2).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"d","choices":[{{choices}}]}"""));

        var reply = await discord.RegisterAsync($$"""[{"name":"big","description":"d","options":[{{options}}]}]""");

        Assert.Equal(["0 APPLICATION_COMMAND_TOO_LARGE"], reply.Problems);
    }

    [Fact]
    public async Task Duplicate_command_name_is_rejected()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.RegisterAsync("""[{"name":"x","description":"d"},{"name":"x","description":"e"}]""");

        Assert.Equal(["1.name APPLICATION_COMMANDS_DUPLICATE_NAME"], reply.Problems);
    }
}
