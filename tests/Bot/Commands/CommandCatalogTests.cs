using System.Text.RegularExpressions;
using Bot.Commands;
using Discord;

namespace Bot.Tests.Commands;

public partial class CommandCatalogTests
{
    [Fact]
    public async Task Every_command_keeps_to_what_Discord_accepts()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var specs = newsroom.Get<CommandCatalog>().Specs;

        Assert.Equal(["channel", "follow", "following", "latest", "related", "search", "topic"], specs.Select(spec => spec.Name));
        Assert.All(specs, spec =>
        {
            Assert.Matches(Name(), spec.Name);
            Assert.InRange(spec.Description.Length, 1, DiscordLimits.Description);
            Check(spec.Options ?? []);
        });
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
