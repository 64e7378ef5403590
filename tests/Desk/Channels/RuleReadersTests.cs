using Desk.Channels;

namespace Desk.Tests.Channels;

/// <summary>A new rule is one entry: files, checks and the documentation read it from there.</summary>
public class RuleReadersTests
{
    /// <summary>It borrows the storage of another rule.</summary>
    static readonly RuleField Extra = new NumberRule(1, 100)
    {
        Name = "least-links",
        Label = "minimum links",
        Section = RuleSection.Numbers,
        Example = "20",
        Help = "How many links a story must have.",
        Note = "An outlet may have several links.",
        Of = rules => rules.MostPerHour,
        With = (rules, least) => rules with { MostPerHour = least },
        Filter = RuleFilter.AtLeast(facts => facts.Outlets, rules => rules.MostPerHour, number => $"{number} links"),
    };

    static readonly RuleFields All = new([.. RuleFields.All, Extra]);

    [Fact]
    public void File_contains_the_rule_and_reads_back()
    {
        var file = ChannelsFile.Write([new("1", null, new() { MostPerHour = 6 })], All);

        Assert.Contains("\n    least-links: 6\n", file);
        Assert.Empty(ChannelsFile.Read(file, "channels.yaml", All).Problems);
        Assert.Equal(
            6,
            ChannelsFile.Read("channels: [{channel: 1, least-links: 6}]", "channels.yaml", All).Entries.Single().Rules.MostPerHour);
    }

    [Fact]
    public void Misspelled_name_in_a_file_is_recognized() =>
        Assert.EndsWith(
            "There is no rule \"least-link\". Did you mean least-links?",
            ChannelsFile.Read("channels: [{channel: 1, least-link: 6}]", "channels.yaml", All).Problems.Single().ToString());

    [Fact]
    public void Check_includes_the_rule()
    {
        var facts = Stories.Facts("Boat aground", "", outlets: 3);
        var rules = new ChannelRules { MostPerHour = 6 };

        Assert.Equal(Extra, All.Decide(facts, rules, isNews: true));
        Assert.Equal(
            (false, "3 links; at least 6 required"),
            All.Check(facts, rules, isNews: true).Where(check => check.Rule == Extra).Select(check => (check.Passed, check.Text)).Single());
        Assert.Equal("minimum links: 3 links; at least 6 required", Extra.Reason(facts, rules));
    }

    [Fact]
    public void Document_explains_the_rule()
    {
        var document = RulesDocument.Write(All);

        Assert.Contains("| `least-links` | minimum links | none | `20` | How many links a story must have. |", document);
        Assert.Contains("- **`least-links`** (minimum links): An outlet may have several links.", document);
    }
}
