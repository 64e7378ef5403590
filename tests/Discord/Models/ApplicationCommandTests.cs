using System.Text.Json;
using Discord.Models;

namespace Discord.Tests.Models;

public sealed class ApplicationCommandTests
{
    static readonly ApplicationCommand Feed = new()
    {
        Name = "feed",
        Description = "Manage news feeds",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild],
        Options =
        [
            new()
            {
                Type = OptionType.SubCommand,
                Name = "add",
                Description = "Add a feed",
                Options =
                [
                    new() { Type = OptionType.String, Name = "url", Description = "Feed URL", Required = true, MaxLength = 500 },
                    new()
                    {
                        Type = OptionType.Channel,
                        Name = "channel",
                        Description = "Where to post",
                        Required = true,
                        ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
                    },
                    new() { Type = OptionType.String, Name = "topic", Description = "Topic", Autocomplete = true },
                ],
            },
        ],
    };

    const string Documented = """
        {"name":"feed","type":1,"description":"Manage news feeds","default_member_permissions":"32","contexts":[0],
         "options":[{"type":1,"name":"add","description":"Add a feed","options":[
           {"type":3,"name":"url","description":"Feed URL","required":true,"max_length":500},
           {"type":7,"name":"channel","description":"Where to post","required":true,"channel_types":[0,5,15]},
           {"type":3,"name":"topic","description":"Topic","autocomplete":true}]}]}
        """;

    [Fact]
    public void Command_matches_the_documentation()
    {
        var written = JsonSerializer.SerializeToElement(Feed, DiscordJson.Default.ApplicationCommand);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Documented), written), written.ToString());
    }

    [Fact]
    public void Detects_changes_to_the_registered_command()
    {
        var registered = JsonSerializer.Deserialize(Documented, DiscordJson.Default.ApplicationCommand)! with { Id = new(42) };
        Assert.True(Feed.IsSameAs(registered));
        Assert.False(Feed.IsSameAs(registered with { Description = "Manage feeds" }));
        Assert.False(Feed.IsSameAs(registered with { Options = [] }));
    }

    [Fact]
    public void Command_has_localizations()
    {
        var command = new ApplicationCommand
        {
            Name = "latest",
            Description = "The latest",
            DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Das Neueste" },
            Options =
            [
                new()
                {
                    Type = OptionType.String,
                    Name = "topic",
                    Description = "Topic",
                    DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Thema" },
                    Choices = [new() { Name = "World", Value = "world" }],
                },
            ],
        };
        const string json = """
            {"type":1,"name":"latest","description":"The latest","description_localizations":{"de":"Das Neueste"},
             "options":[{"type":3,"name":"topic","description":"Topic","description_localizations":{"de":"Thema"},
               "choices":[{"name":"World","value":"world"}]}]}
            """;

        var written = JsonSerializer.SerializeToElement(command, DiscordJson.Default.ApplicationCommand);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), written), written.ToString());
        Assert.True(command.IsSameAs(JsonSerializer.Deserialize(json, DiscordJson.Default.ApplicationCommand)!));
        Assert.False(command.IsSameAs(command with { DescriptionLocalizations = null }));
    }

    [Fact]
    public void Message_command_has_no_description()
    {
        var command = new ApplicationCommand { Type = ApplicationCommandType.Message, Name = "Related coverage" };
        Assert.Equal("""{"type":3,"name":"Related coverage"}""", JsonSerializer.Serialize(command, DiscordJson.Default.ApplicationCommand));
        var registered = JsonSerializer.Deserialize(
            """{"id":"42","type":3,"name":"Related coverage","description":""}""", DiscordJson.Default.ApplicationCommand)!;
        Assert.Equal("", registered.Description);
        Assert.True(command.IsSameAs(registered));
    }

    [Fact]
    public void Fields_left_to_Discord_are_not_compared()
    {
        var ours = new ApplicationCommand { Name = "latest", Description = "The latest" };
        Assert.True(ours.IsSameAs(ours with
        {
            Id = new(42),
            Options = [],
            Contexts = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
            }));
    }
}
