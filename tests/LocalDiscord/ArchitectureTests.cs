using Shared.Architecture;

namespace LocalDiscord.Tests;

public sealed class ArchitectureTests
{
    const string Root = "LocalDiscord";

    static readonly string[][] Layers =
    [
        [Root + ".Wire", Root + ".State"],
        [Root + ".Rules"],
        [Root + ".Guilds"],
        [Root + ".Messages"],
        [Root + ".Commands"],
        [Root + ".Interactions"],
        [Root + ".Api", Root + ".Gateway"],
        [Root + ".Page"],
        [Root],
    ];

    [Fact]
    public void Folders_use_each_other_in_one_direction() =>
        Assert.Empty(new LayerOrder(Layers).Violations(typeof(LocalDiscordServer).Assembly));

    [Fact]
    public void Reversed_order_is_violated()
    {
        var violations = new LayerOrder([.. Layers.Reverse()]).Violations(typeof(LocalDiscordServer).Assembly);

        Assert.Contains("LocalDiscord.Api.Access uses LocalDiscord.Guilds.ChannelDirectory", violations);
        Assert.Contains("LocalDiscord.Page.UserActions uses LocalDiscord.Commands.CommandLineParser", violations);
        Assert.Contains("LocalDiscord.Guilds.GuildChangeLog uses LocalDiscord.State.IPersisted", violations);
    }
}
