using Articles;
using Articles.Stories;
using CsCheck;
using Desk.Archive;
using Desk.Channels;

namespace Desk.Tests.Channels;

public class PostingRulesTests
{
    [Theory]
    [InlineData(null, null, null, 9, 9, false)] // nobody to ping
    [InlineData("1", null, null, 1, null, true)]
    [InlineData("1", 5, null, 4, 9000, false)]
    [InlineData("1", 5, null, 5, null, true)]
    [InlineData("1", null, 100, 9, 99, false)]
    [InlineData("1", null, 100, 1, 100, true)]
    [InlineData("1", null, 100, 9, null, false)] // unknown heat reaches nothing
    [InlineData("1", 5, 100, 5, null, true)] // one of both is enough
    [InlineData("1", 5, 100, 4, 100, true)]
    [InlineData("1", 5, 100, 4, 99, false)]
    public void Story_is_worth_a_ping_by_outlets_or_popularity(
        string? role,
        int? pingOutlets,
        int? pingHeat,
        int outlets,
        int? heat,
        bool pings) =>
        Assert.Equal(pings, PostingRules.Pings(
            Stories.Facts("Boat aground", "", outlets, heat),
            new() { Pings = role is null ? [] : [new() { Role = role, Outlets = pingOutlets, Heat = pingHeat }] }).Any());

    [Fact]
    public void Topic_gets_the_tags_that_rules_name_or_else_the_tag_of_its_name()
    {
        var facts = Stories.Facts(
            [new() { Path = "a.md", Title = "Storm", PublishedAt = DateTimeOffset.UnixEpoch }], 1, ["storms", "weather", "rail"]);
        var rules = new ChannelRules { Tags = [new("weather", "Outdoors"), new("storms", "Warnings"), new("sport", "Sport")] };

        Assert.Equal(["Outdoors", "Warnings", "Rail"], PostingRules.Tags(facts, ["Storms", "Rail"], rules));
    }

    [Theory]
    [InlineData("providers", "Harbour Gazette", null, "covered by {all}; Harbour Gazette required")]
    [InlineData("providers", "ostrelradio.example", null, "covered by {all}; ostrelradio.example required")]
    [InlineData("providers", "buzz.example", null, "covered by {all}; buzz.example required")]
    [InlineData("providers", "Tidal Post", "providers", "covered by {all}; Tidal Post required")]
    [InlineData("not-providers", "Ostrel Radio, buzz.example", null, "led by Harbour Gazette; Ostrel Radio, buzz.example blocked")]
    [InlineData("not-providers", "harbourgazette.example", "not-providers", "led by Harbour Gazette; harbourgazette.example blocked")]
    public void Required_outlet_may_be_any_in_the_story_and_a_blocked_one_only_its_lead(
        string name, string outlets, string? stopping, string text)
    {
        var at = new DateTimeOffset(2026, 8, 14, 12, 0, 0, TimeSpan.Zero);
        var related = new RelatedArticle { Title = "Buzz", Link = new("https://www.buzz.example/1") };
        var lead = new Article
        {
            Id = 1, Path = "a.md", Title = "Boat", PublishedAt = at, WebUrl = new("https://harbourgazette.example/1"), Quality = 9,
            Provider = new("Harbour Gazette", "harbourgazette.example"), Related = [related],
        };
        var other = lead with
        {
            Id = 2, Path = "b.md", Title = "Ship", WebUrl = new("https://ostrelradio.example/1"), Quality = 5, Related = [],
            Provider = new("Ostrel Radio", "ostrelradio.example"),
        };
        var facts = new StoryFacts(Story.Of(1, [other, lead], at), [], at);
        var rules = RuleFields.All.Of(name)!.Read(ChannelRules.Default, outlets, out _)!;

        Assert.Equal(stopping, PostingRules.Decide(facts, rules)?.Name);
        text = text.Replace("{all}", "Harbour Gazette, Ostrel Radio, buzz.example", StringComparison.Ordinal);
        Assert.Equal(text, RuleFields.All.Check(facts, rules, isNews: true).Single(check => check.Rule.Name == name).Text);
    }

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var facts = Stories.Long();
        foreach (var rules in AnyRules.Whole.Array[2_000].Single())
            Assert.Equal(0, Enumerable.Range(0, 6).Min(_ => Allocated(facts, rules)));
    }

    /// <summary>
    /// The first decision compiles the rule's expressions. On a busy machine a later one may run out of its time, which throws.
    /// </summary>
    static long Allocated(StoryFacts facts, ChannelRules rules)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PostingRules.Decide(facts, rules);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
