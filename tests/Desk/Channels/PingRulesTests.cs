using Desk.Channels;

namespace Desk.Tests.Channels;

/// <summary>Several pings of one channel, in files and in the store.</summary>
public class PingRulesTests
{
    [Fact]
    public void Pings_are_written_by_hand_as_entries_with_a_role_and_what_is_worth_it()
    {
        var rules = Read("""
            pings:
              - role: Editors
                outlets: 5
              - role: "Food: Drink"
                topics: [Storms, Rail]
                heat: 900
              - {role: 12, topics: Storms}
            """);

        Assert.Equal(
            [
                new() { Role = "Editors", Outlets = 5 },
                new() { Role = "Food: Drink", Topics = ["storms", "rail"], Heat = 900 },
                new() { Role = "12", Topics = ["storms"] },
            ],
            rules.Pings);
    }

    [Theory]
    [InlineData("ping-role: \"1\"\nping-outlets: 5\nping-heat: 9")]
    [InlineData("ping-heat: 9\nping-outlets: 5\nping-role: \"1\"")]
    public void One_ping_of_an_earlier_version_is_read_in_any_order(string yaml) =>
        Assert.Equal([new() { Role = "1", Outlets = 5, Heat = 9 }], Read(yaml).Pings);

    [Fact]
    public void Stored_ping_of_an_earlier_version_is_read_and_written_as_it_is_now()
    {
        var rules = RuleFields.All.Read([new("ping-outlets", "5"), new("ping-role", "1"), new("ping-heat", "9")], out var errors);

        Assert.Empty(errors);
        Assert.Equal([new("pings", "role: 1; outlets: 5; heat: 9")], RuleFields.All.Write(rules));
        Assert.Equal(rules, RuleFields.All.Read(RuleFields.All.Write(rules), out _));
    }

    [Fact]
    public void Threshold_of_an_earlier_version_without_a_role_pings_nobody() => Assert.Empty(Read("ping-outlets: 5").Pings);

    [Theory]
    [InlineData("ping-role: \"1\"\npings: [{role: 2}]", "ping-role and pings can't be together. Move it into an entry of pings.")]
    [InlineData("pings: [{outlets: 5}]", "pings \"outlets: 5\" has no role. Add one, such as role: Editors")]
    [InlineData("pings: [{role: 1, outlet: 5}]", "There is no rule \"outlet\". Did you mean outlets?")]
    [InlineData("pings: [{role: 1, outlets: many}]", "outlets \"many\" is not a whole number. Write digits only, such as 5.")]
    [InlineData(
        "pings: [Editors]",
        "pings \"Editors\" is not one of role, topics, outlets, heat. Write a name and a value, such as role: 123456789012345678")]
    [InlineData(
        "topics: [{role: 1}]",
        "This entry of topics is a group of fields, not text. Put text that contains : [ or { in double quotes.")]
    public void Mistakes_say_what_to_write(string yaml, string error)
    {
        var problem = Assert.Single(Reading(yaml).Problems);

        Assert.EndsWith($": {error}", problem.ToString());
    }

    [Fact]
    public void Story_pings_each_role_whose_topic_and_number_it_has_and_each_once()
    {
        var facts = Stories.Facts(
            [new() { Path = "a.md", Title = "Storm", Heat = 7, PublishedAt = DateTimeOffset.UnixEpoch }],
            outlets: 3,
            ["storms", "weather"]);
        PingRule[] pings =
        [
            new() { Role = "1", Topics = ["weather"] },
            new() { Role = "1" },
            new() { Role = "2", Topics = ["rail"] },
            new() { Role = "3", Topics = ["rail", "storms"], Outlets = 3 },
            new() { Role = "4", Topics = ["storms"], Outlets = 4 },
            new() { Role = "5", Outlets = 4, Heat = 7 },
        ];

        Assert.Equal(["1", "3", "5"], PostingRules.Pings(facts, new() { Pings = pings }).Select(ping => ping.Role));
    }

    static ChannelRules Read(string yaml)
    {
        var reading = Reading(yaml);
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Entries).Rules;
    }

    static EntriesReading<ChannelEntry> Reading(string yaml) =>
        ChannelsFile.Read($"channels:\n  - channel: \"1\"\n    {yaml.ReplaceLineEndings("\n    ")}\n", "channels.yaml");
}
