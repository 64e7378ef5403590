using System.Text.Json;
using LocalDiscord.Commands;

namespace LocalDiscord.Tests.Commands;

public sealed class TypedCommandTests
{
    // Without a type, Discord assumes 1, a slash command.
    static readonly JsonElement Commands = JsonDocument.Parse("""
        [
          {"name":"topic","options":[
              {"type":3,"name":"name","required":true}, {"type":4,"name":"count","max_value":10}, {"type":5,"name":"quiet"}]},
          {"name":"channel","options":[
            {"type":1,"name":"add","options":[{"type":7,"name":"channel","required":true,"channel_types":[0,5]},{"type":8,"name":"role"}]},
            {"type":2,"name":"rule","options":[{"type":1,"name":"list"}]}]}
        ]
        """).RootElement;

    [Theory]
    [InlineData("/topic name:rain and wind count:3", "topic", """name 3 "rain and wind", count 4 3""")]
    [InlineData("/topic rain and wind quiet:yes", "topic", """name 3 "rain and wind", quiet 5 true""")]
    [InlineData("""/topic name:"count:3" """, "topic", """name 3 "count:3" """)]
    [InlineData("/channel add channel:<#42> role:<@&7>", "channel add", """channel 7 "42", role 8 "7" """)]
    [InlineData("/channel add 1214127331308732422", "channel add", """channel 7 "1214127331308732422" """)]
    [InlineData("/channel rule list", "channel rule list", "")]
    public void Command_is_parsed_into_names_and_values(string text, string name, string options)
    {
        Assert.True(TypedCommand.TryParse(text, Commands, out var command, out var error), error?.Message);

        Assert.Equal(name, string.Join(' ', command.Subcommands.Prepend(command.Name)));
        Assert.Equal(
            options.Trim(),
            string.Join(", ", command.Options.Select(option => $"{option.Name} {option.Type} {option.Value.GetRawText()}")));
    }

    [Theory]
    [InlineData("topic rain", 0, "A command starts with /. Commands: /channel, /topic.")]
    [InlineData("/tpic rain", 1, "There is no command /tpic. Commands: /channel, /topic.")]
    [InlineData("/channel  remove", 10, "/channel has no subcommand remove. Subcommands: add, rule.")]
    [InlineData("/channel", 8, "/channel needs a subcommand: add, rule.")]
    [InlineData("/topic", 6, "name is missing. Write /topic name:…")]
    [InlineData("/topic subject:rain", 7, "/topic has no option subject. Options: name, count, quiet.")]
    [InlineData("/topic rain count:eleven", 18, "count must be a whole number, but \"eleven\" isn't one.")]
    [InlineData("/topic rain count: 11", 19, "count must be 10 or less.")]
    [InlineData("/topic count:1 name:a count:2", 28, "count is given twice.")]
    [InlineData("/channel add channel:#news", 21, "There is no channel \"#news\". Write channel:<#123>, with the channel's id.")]
    public void Error_has_a_position_and_a_remedy(string text, int position, string message)
    {
        Assert.False(TypedCommand.TryParse(text, Commands, out _, out var error));

        Assert.Equal((position, message), (error.Position, error.Message));
    }
}
