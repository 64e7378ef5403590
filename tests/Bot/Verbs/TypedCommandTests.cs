using Bot.Commands;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public class TypedCommandTests
{
    [Fact]
    public async Task Values_run_to_the_next_option_of_the_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True(TypedCommand.TryParse("/channel add channel:<#42> topics:Power grids, note: this latest:2", newsroom.Get<CommandCatalog>(), out var call, out _));

        Assert.Equal(("channel", "add"), (call.Name, call.Subcommand));
        Assert.Equal(("42", "Power grids, note: this", 2), (call.Channel("channel")!.Id.ToString(), call.Text("topics"), call.Integer("latest")));
    }

    [Theory]
    [InlineData("/weather", "There is no command /weather. There are /channel, /follow, /following, /latest, /related, /search, /topic.")]
    [InlineData("/channel", "/channel needs one of add, edit, list, pause, resume, remove, test, why, history, resend, backfill, log, export, import, alerts after it.")]
    [InlineData("/latest count:11", "count:11 is not a whole number from 1 to 10.")]
    [InlineData("/latest count:many", "count:many is not a whole number from 1 to 10.")]
    [InlineData("/topic", "name is missing. Options: name:…, count:… (optional).")]
    [InlineData("/latest five", "\"five\" belongs to no option. Options: topic:… (optional), count:… (optional).")]
    public async Task A_mistake_says_what_can_be_typed(string typed, string expected)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.False(TypedCommand.TryParse(typed, newsroom.Get<CommandCatalog>(), out _, out var mistake));

        Assert.Equal(expected, mistake);
    }
}
