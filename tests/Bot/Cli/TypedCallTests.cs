using Bot.Cli;
using Bot.Commands;

namespace Bot.Tests.Cli;

public class TypedCallTests
{
    [Fact]
    public async Task Values_run_to_the_next_option_of_the_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        const string typed = "/channel add channel:<#42> topics:Power grids, note: this latest:2";
        Assert.True(TypedCall.TryParse(typed, newsroom.Get<CommandCatalog>(), out var call, out _));

        Assert.Equal(("channel", "add"), (call.Name, call.Subcommand));
        Assert.Equal(("42", "Power grids, note: this", 2),
            (call.Channel("channel")!.Id.ToString(), call.Text("topics"), call.Integer("latest")));
    }

    [Theory]
    [InlineData("/topic name:football")]
    [InlineData("topic football")]
    public async Task The_slash_and_the_name_of_the_option_may_be_left_out(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True(TypedCall.TryParse(typed, newsroom.Get<CommandCatalog>(), out var call, out _));

        Assert.Equal(("topic", "football"), (call.Name, call.Text("name")));
    }

    [Theory]
    [InlineData("/channel add channel:#news latest:2")]
    [InlineData("/channel add #news latest:2")]
    [InlineData("/channel add news latest:2")]
    [InlineData("channel add channel:<#1214127331308732422> latest:2")]
    public async Task Channel_may_be_named_as_on_the_page(string typed)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.True(TypedCall.TryParse(typed, newsroom.Get<CommandCatalog>(), out var call, out var mistake), mistake);

        Assert.Equal(("1214127331308732422", 2), (call.Channel("channel")!.Id.ToString(), call.Integer("latest")));
    }

    [Theory]
    [InlineData("/weather", "There is no command /weather.")]
    [InlineData("/channel", "/channel needs a subcommand: add")]
    [InlineData("/latest count:11", "count must be 10 or less.")]
    [InlineData("/latest count:many", "count must be a whole number")]
    [InlineData("/topic", "name is missing. Write /topic name:…")]
    public async Task A_mistake_says_what_can_be_typed(string typed, string expected)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.False(TypedCall.TryParse(typed, newsroom.Get<CommandCatalog>(), out _, out var mistake));

        Assert.StartsWith(expected, mistake, StringComparison.Ordinal);
    }
}
