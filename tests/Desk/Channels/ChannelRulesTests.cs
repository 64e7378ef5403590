using CsCheck;
using Desk.Channels;

namespace Desk.Tests.Channels;

public class ChannelRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 8, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_rules_survive_writing_and_reading() => AnyRules.Whole.Sample(rules =>
    {
        Assert.Equal(rules, RuleFields.All.Read(RuleFields.All.Write(rules), out var errors));
        Assert.Empty(errors);
        Assert.Empty(rules.Changes(rules));
    }, iter: 1000, threads: 1);

    [Fact]
    public void Changed_rule_is_one_line() =>
        Assert.Equal(["minimum outlets: 1 → 3"], ChannelRules.Default.Changes(new() { LeastOutlets = 3 }));

    /// <summary>Earlier versions accepted any two letters.</summary>
    [Fact]
    public void Unknown_language_keeps_English_and_the_other_rules()
    {
        var rules = RuleFields.All.Read([KeyValuePair.Create("language", "no"), KeyValuePair.Create("least-outlets", "3")], out _);

        Assert.Equal(new() { LeastOutlets = 3 }, rules);
        Assert.Equal("en", rules.Language);
    }

    [Fact]
    public void Misspelled_rule_gets_an_error_with_the_closest_name()
    {
        RuleFields.All.Read([KeyValuePair.Create("least-outlet", "3")], out var errors);

        Assert.Equal(["There is no rule \"least-outlet\". Did you mean least-outlets?"], errors);
    }

    [Fact]
    public void Decision_agrees_with_the_checks() => AnyRules.Whole.Sample(rules =>
    {
        var facts = Stories.Facts("Boat aground", "xa");
        Assert.Equal(
            RuleFields.All.Check(facts, rules, isNews: false).FirstOrDefault(check => !check.Passed)?.Rule,
            PostingRules.Decide(facts, rules));
    }, iter: 500, threads: 1);

    [Theory]
    [InlineData("lodz", true)]
    [InlineData("RIVER FLOODS", true)]
    [InlineData("flood", false)]
    [InlineData("/flood/", true)]
    [InlineData("東京", true)]
    public void Words_match_whole_words_with_or_without_accents(string word, bool isIn) =>
        Assert.Equal(isIn, Passes("River floods in Łódź", "東京で地震", new() { Words = [WordPattern.Parse(word, out _)!] }));

    [Fact]
    public void Next_digest_is_later_and_no_story_waits_longer_than_eleven_days() =>
        Gen.Select(
            AnyRules.When,
            Gen.Int[0, 20_000_000],
            Gen.Int[-3000, 3000],
            Gen.Int[-90, 90].List[0, 6]).Sample((rules, minutes, seen, posts) =>
        {
            var now = new DateTimeOffset(2005, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            if (NextTwo(rules, now) is var (first, second))
                Assert.True(now < first && first < second);
            var time = PostingTimes.Decide(rules, new(now, now.AddMinutes(seen), [.. posts.Select(post => now.AddMinutes(post))])) switch
            {
                PostingTime.HoldUntil hold => hold.Time,
                PostingTime.ForDigest digest => digest.Time,
                _ => now.AddTicks(1),
            };
            Assert.InRange(time, now.AddTicks(1), now.AddDays(11));
        }, iter: 5000, threads: 1);

    [Fact]
    public void Clock_that_is_wrong_by_millennia_does_no_harm() => AnyRules.When.Sample(rules =>
    {
        foreach (var now in new[] { DateTimeOffset.MinValue, Noon, DateTimeOffset.MaxValue })
            foreach (var seen in new[] { DateTimeOffset.MinValue, Noon, DateTimeOffset.MaxValue })
                PostingTimes.Decide(rules, new(now, seen, [DateTimeOffset.MinValue, DateTimeOffset.MaxValue], seen));
    }, iter: 200, threads: 1);

    [Fact]
    public void Story_that_waited_a_week_for_its_digest_is_posted_in_it()
    {
        var rules = new ChannelRules { Mode = PostingMode.Weekly };
        var held = Assert.IsType<PostingTime.ForDigest>(PostingTimes.Decide(rules, new(Noon, Noon)));

        Assert.Equal(new(2026, 8, 17, 9, 0, 0, TimeSpan.Zero), held.Time);
        Assert.IsType<PostingTime.Now>(PostingTimes.Decide(rules, new(held.Time, Noon.AddDays(-4), null, held.Time, IsForDigest: true)));
    }

    static bool Passes(string title, string excerpt, ChannelRules rules) =>
        PostingRules.Decide(Stories.Facts(title, excerpt), rules) is null;

    static (DateTimeOffset, DateTimeOffset)? NextTwo(ChannelRules rules, DateTimeOffset now) =>
        PostingTimes.NextDigest(rules, now) is { } first ? (first, PostingTimes.NextDigest(rules, first)!.Value) : null;
}
