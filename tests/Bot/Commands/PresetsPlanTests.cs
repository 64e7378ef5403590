using Bot.Commands.Channels;
using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>Roles of presets on their way from one server to another.</summary>
public class PresetsPlanTests
{
    static readonly Role[] Here =
    [
        new() { Id = new(8), Name = "Editors" }, new() { Id = new(9), Name = "@Night; desk" }, new() { Id = new(10), Name = "Twins" },
        new() { Id = new(11), Name = "twins" }, new() { Id = new(12), Name = "@everyone" },
    ];

    static readonly Role[] There = [new() { Id = new(108), Name = "EDITORS" }, new() { Id = new(110), Name = "Twins" }];

    [Fact]
    public void Role_goes_by_name_to_a_server_that_has_one_of_that_name()
    {
        var leftOut = new List<string>();
        var exported = RoleNames.Move(Pinging("8"), role => RoleNames.NameOf(role, Here), "why", leftOut);

        var plan = PresetsPlan.Of(PresetsFile.Read(PresetsFile.Write([exported]), "presets.yaml"), "presets.yaml", There);

        Assert.Empty(leftOut);
        Assert.Empty(plan.LeftOut);
        Assert.Empty(plan.Problems);
        Assert.Equal([Pinging("108")], plan.Presets);
    }

    [Theory]
    [InlineData("9", "a name that a file can't have")]
    [InlineData("10", "a name that two roles have")]
    [InlineData("77", "a role that is gone")]
    public void Ping_whose_role_has_no_name_of_its_own_is_left_out_and_told(string role, string because)
    {
        var leftOut = new List<string>();

        var exported = RoleNames.Move(Pinging(role), one => RoleNames.NameOf(one, Here), because, leftOut);

        Assert.Empty(exported.Rules.Pings);
        Assert.Equal([$"**The \\*night\\* desk**: the ping of <@&{role}>, {because}"], leftOut);
    }

    [Fact]
    public void Ping_of_a_role_that_a_server_lacks_is_left_out_and_told()
    {
        var file = PresetsFile.Write([Pinging("Night <@&1>"), new("Other", new() { Pings = [new() { Role = "12345" }] })]);

        var plan = PresetsPlan.Of(PresetsFile.Read(file, "presets.yaml"), "presets.yaml", There);

        Assert.All(plan.Presets, preset => Assert.Empty(preset.Rules.Pings));
        Assert.Equal(
            [
                "**The \\*night\\* desk**: the ping of Night <\u200B@&1>, because this server doesn't have exactly one role of that name",
                "**Other**: the ping of <@&12345>, because this server doesn't have exactly one role of that name",
            ],
            plan.LeftOut);
    }

    [Fact]
    public void Everyone_is_found_by_name() => Assert.Equal("12", RoleNames.IdOf(RoleNames.NameOf("12", Here)!, Here));

    static Preset Pinging(string role) =>
        new("The *night* desk", new() { Pings = [new() { Role = role, Topics = ["rail"], Outlets = 5 }] });
}
