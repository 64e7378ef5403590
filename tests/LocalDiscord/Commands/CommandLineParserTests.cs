using System.Text.Json.Nodes;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Tests.Commands;

public sealed class CommandLineParserTests
{
    const string Commands = """
        [
          {"type":1,"name":"latest","options":[{"type":4,"name":"count","min_value":1,"max_value":10}]},
          {"type":1,"name":"topic","options":[
            {"type":3,"name":"name","required":true,"autocomplete":true,"max_length":20},
            {"type":3,"name":"order","choices":[{"name":"Newest first","value":"new"},{"name":"Best first","value":"best"}]},
            {"type":5,"name":"quiet"},
            {"type":10,"name":"weight","min_value":0.5}]},
          {"type":1,"name":"channel","options":[
            {"type":1,"name":"add","options":[
                {"type":7,"name":"channel","required":true,"channel_types":[0,5]}, {"type":8,"name":"role"}, {"type":6,"name":"user"}]},
            {"type":2,"name":"rule","options":[{"type":1,"name":"list"}]}]},
          {"type":1,"name":"about"},
          {"type":3,"name":"Find related"}
        ]
        """;

    static readonly CommandLineParser Parser =
        new([.. JsonNode.Parse(Commands)!.AsArray().Select(command => command!.AsObject())], new GuildMentions(new Guild()));

    [Theory]
    [InlineData("/about", "about", "[]")]
    [InlineData("/latest count:3", "latest", """[{"name":"count","type":4,"value":3}]""")]
    [InlineData("/latest 3", "latest", """[{"name":"count","type":4,"value":3}]""")]
    [InlineData(
        "/topic name:rain and wind order:Best first", "topic",
        """[{"name":"name","type":3,"value":"rain and wind"},{"name":"order","type":3,"value":"best"}]""")]
    [InlineData(
        "/topic rain and wind order:new", "topic",
        """[{"name":"name","type":3,"value":"rain and wind"},{"name":"order","type":3,"value":"new"}]""")]
    [InlineData(
        """/topic name:"order: none" quiet:yes""", "topic",
        """[{"name":"name","type":3,"value":"order: none"},{"name":"quiet","type":5,"value":true}]""")]
    [InlineData("""/topic name:"rain" """, "topic", """[{"name":"name","type":3,"value":"\"rain\""}]""")]
    [InlineData("""/topic "rain" or "wind" """, "topic", """[{"name":"name","type":3,"value":"\"rain\" or \"wind\""}]""")]
    [InlineData("""/topic name:what "rain" is""", "topic", """[{"name":"name","type":3,"value":"what \"rain\" is"}]""")]
    [InlineData("""/topic name:"say \"order: a\"" """, "topic", """[{"name":"name","type":3,"value":"say \"order: a\""}]""")]
    [InlineData(
        """/topic name:a order:"Best first" """, "topic",
        """[{"name":"name","type":3,"value":"a"},{"name":"order","type":3,"value":"best"}]""")]
    [InlineData(
        """/topic name:12" vinyl quiet:yes""", "topic",
        """[{"name":"name","type":3,"value":"12\" vinyl"},{"name":"quiet","type":5,"value":true}]""")]
    [InlineData(
        """/topic name:"half quiet:yes""", "topic",
        """[{"name":"name","type":3,"value":"\"half"},{"name":"quiet","type":5,"value":true}]""")]
    [InlineData(
        "/topic https://example.org weight:0.75", "topic",
        """[{"name":"name","type":3,"value":"https://example.org"},{"name":"weight","type":10,"value":0.75}]""")]
    [InlineData(
        "/channel add channel:#news", "channel add",
        $$"""[{"name":"add","type":1,"options":[{"name":"channel","type":7,"value":"{{Seed.NewsChannelId}}"}]}]""")]
    [InlineData(
        $"/channel add <#{Seed.NewsChannelId}> role:Editors user:@mira", "channel add",
        $$"""[{"name":"add","type":1,"options":[{"name":"channel","type":7,"value":"{{Seed.NewsChannelId}}"},"""
        + $$"""{"name":"role","type":8,"value":"{{Seed.ModeratorRoleId}}"},{"name":"user","type":6,"value":"{{Seed.MemberId}}"}]}]""")]
    [InlineData(
        "/channel rule list", "channel rule list", """[{"name":"rule","type":2,"options":[{"name":"list","type":1,"options":[]}]}]""")]
    public void Command_line_is_converted_to_the_options_of_an_interaction(string line, string name, string options)
    {
        var typed = Parser.Parse(line);

        Assert.Equal((name, options), (typed.FullName, Json.Text(typed.Options())));
    }

    [Theory]
    [InlineData("latest", "A command starts with /. Commands: /about, /channel, /latest, /topic.")]
    [InlineData("/nope", "There is no command /nope. Commands: /about, /channel, /latest, /topic.")]
    [InlineData("/about now", "/about has no options.")]
    [InlineData("/topic", "name is missing. Write /topic name:…")]
    [InlineData("/topic order:new", "name is missing. Write /topic name:…")]
    [InlineData("/topic name:", "name is empty. Write name:something.")]
    [InlineData("/topic name:abcdefghijklmnopqrstuvwxyz", "name can have 0 to 20 characters, but this has 26.")]
    [InlineData("/topic subject:rain", "/topic has no option subject. Options: name, order, quiet, weight.")]
    [InlineData("/topic name:a name:b", "name is given twice.")]
    [InlineData("/topic name:a order:worst", "order must be one of: Newest first, Best first.")]
    [InlineData("/topic name:a quiet:perhaps", "quiet must be true or false.")]
    [InlineData("/topic name:a weight:0.25", "weight must be 0.5 or more.")]
    [InlineData("/latest count:three", "count must be a whole number, but \"three\" isn't one.")]
    [InlineData("/latest count:11", "count must be 10 or less.")]
    [InlineData("/channel", "/channel needs a subcommand: add, rule.")]
    [InlineData("/channel rule drop", "/channel rule has no subcommand drop. Subcommands: list.")]
    [InlineData("/channel add channel:#nowhere", "There is no channel \"#nowhere\". Write channel:#news.")]
    [InlineData("/channel add channel:#stories", "#stories isn't a type of channel that channel can be.")]
    public void Error_says_what_to_write_instead(string line, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => Parser.Parse(line)).Message);

    [Theory]
    [InlineData("/topic name:po", """[{"name":"name","type":3,"value":"po","focused":true}]""")]
    [InlineData("/topic po", """[{"name":"name","type":3,"value":"po","focused":true}]""")]
    [InlineData("/topic ", """[{"name":"name","type":3,"value":"","focused":true}]""")]
    [InlineData(
        "/topic order:worst name:po",
        """[{"name":"order","type":3,"value":"worst"},{"name":"name","type":3,"value":"po","focused":true}]""")]
    public void Last_option_of_an_unfinished_command_has_the_focus(string line, string options) =>
        Assert.Equal(options, Json.Text(Parser.ParseUnfinished(line).Options()));

    [Theory]
    [InlineData("/latest 3", "/latest has no suggestions here.")]
    [InlineData("/topic po order:n", "/topic has no suggestions here.")]
    [InlineData("/about", "/about has no suggestions here.")]
    public void Only_options_with_autocomplete_have_suggestions(string line, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => Parser.ParseUnfinished(line)).Message);
}
