using System.Text.RegularExpressions;
using Bot.Commands;
using Discord.Models;

namespace Bot.Tests.Commands;

public partial class CommandCatalogTests
{
    [Fact]
    public async Task Discord_accepts_every_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var specs = newsroom.Get<CommandCatalog>().Specs;

        Assert.Equal(
            [
                "latest", "topic", "search", "ask", "article", "related", "timeline", "outlet", "topics", "trending", "catchup",
                "follow", "following", "privacy", "help", "channel", "Find coverage", "Follow this story", "Post to a channel",
            ],
            specs.Select(spec => spec.Name));
        Assert.All(specs, spec =>
        {
            if (spec.Type is ApplicationCommandType.Message)
            {
                Assert.Equal("", spec.Description);
                Assert.InRange(spec.Name.Length, 1, 32);
                return;
            }

            Assert.Matches(Name(), spec.Name);
            Assert.InRange(spec.Description.Length, 1, DiscordLimits.Description);
            Check(spec.Options ?? []);
        });
    }

    [Fact]
    public async Task Subcommands_are_in_the_order_of_the_list()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var channel = newsroom.Get<CommandCatalog>().Specs.Single(spec => spec.Name == "channel");

        Assert.Equal(
            [
                "setup", "add", "edit", "presets", "list", "pause", "resume", "remove", "test", "why",
                "history", "post", "backfill", "log", "stats", "export", "import", "profile", "alerts",
            ],
            channel.Options!.Select(option => option.Name));
    }

    static void Check(IReadOnlyList<ApplicationCommandOption> options)
    {
        Assert.True(options.Count <= DiscordLimits.CommandOptions);
        Assert.Equal(options.OrderByDescending(option => option.Required), options);
        Assert.Equal(options.Count, options.Select(option => option.Name).Distinct().Count());
        Assert.All(options, option =>
        {
            Assert.Matches(Name(), option.Name);
            Assert.InRange(option.Description.Length, 1, DiscordLimits.Description);
            Assert.False(option is { Autocomplete: true, Choices: not null });
            Check(option.Options ?? []);
        });
    }

    [GeneratedRegex("^[-_a-z0-9]{1,32}$")]
    private static partial Regex Name();
}
