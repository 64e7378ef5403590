using System.Diagnostics;
using CsCheck;
using News.Rules;

namespace News.Tests.Rules;

public class ChannelRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 8, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_rules_read_back_from_their_text() => AnyRules.Whole.Sample(rules =>
    {
        Assert.Equal(rules, RuleFields.Read(RuleFields.Write(rules), out var errors));
        Assert.Empty(errors);
        Assert.Empty(rules.Changes(rules));
    }, iter: 1000, threads: 1);

    [Fact]
    public void A_change_is_told_in_a_line() =>
        Assert.Equal(["least outlets: 1 → 3"], ChannelRules.Default.Changes(new() { LeastOutlets = 3 }));

    /// <summary>Earlier versions took any two letters.</summary>
    [Fact]
    public void A_language_that_there_is_not_leaves_English_and_the_other_rules()
    {
        var rules = RuleFields.Read([KeyValuePair.Create("language", "no"), KeyValuePair.Create("least-outlets", "3")], out _);

        Assert.Equal(new() { LeastOutlets = 3 }, rules);
        Assert.Equal("en", rules.Language);
    }

    [Fact]
    public void A_misspelt_rule_is_told_with_what_was_probably_meant()
    {
        RuleFields.Read([KeyValuePair.Create("least-outlet", "3")], out var errors);

        Assert.Equal(["There is no rule \"least-outlet\". Did you mean least-outlets?"], errors);
    }

    [Fact]
    public void Decide_agrees_with_the_checks() => AnyRules.Whole.Sample(rules =>
    {
        var facts = Stories.Facts("Boat aground", "xa");
        Assert.Equal(PostingRules.Checks(facts, rules).FirstOrDefault(check => !check.Passed)?.Rule, PostingRules.Decide(facts, rules));
    }, iter: 500, threads: 1);

    [Theory]
    [InlineData("lodz", true)]
    [InlineData("RIVER FLOODS", true)]
    [InlineData("flood", false)]
    [InlineData("/flood/", true)]
    [InlineData("東京", true)]
    public void Words_are_whole_and_accents_do_not_count(string word, bool isIn) =>
        Assert.Equal(isIn, PostingRules.Decide(Stories.Facts("River floods in Łódź", "東京で地震"), new() { Words = [WordPattern.Parse(word, out _)!] }) is null);

    [Fact]
    public void A_catastrophic_expression_is_given_up_in_time_and_told()
    {
        var rules = new ChannelRules { Words = [WordPattern.Parse("/^(?=(a+)+$)(a+)+$/", out _)!] };
        var watch = Stopwatch.StartNew();

        Assert.Equal("words", PostingRules.Decide(Stories.Facts(new string('a', 200) + "!", ""), rules)?.Name);
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds}");
    }

    [Fact]
    public void Digests_follow_each_other_and_what_is_held_is_held_for_some_days_at_most() =>
        Gen.Select(AnyRules.When, Gen.Int[0, 20_000_000], Gen.Int[-3000, 3000], Gen.Int[-90, 90].List[0, 6]).Sample((rules, minutes, seen, posts) =>
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
    public void Clocks_that_are_wrong_by_millennia_do_no_harm() => AnyRules.When.Sample(rules =>
    {
        foreach (var now in new[] { DateTimeOffset.MinValue, Noon, DateTimeOffset.MaxValue })
            foreach (var seen in new[] { DateTimeOffset.MinValue, Noon, DateTimeOffset.MaxValue })
                PostingTimes.Decide(rules, new(now, seen, [DateTimeOffset.MinValue, DateTimeOffset.MaxValue], seen));
    }, iter: 200, threads: 1);

    [Fact]
    public void A_story_that_waited_a_week_for_its_digest_is_posted_in_it()
    {
        var rules = new ChannelRules { Mode = PostingMode.Weekly };
        var held = Assert.IsType<PostingTime.ForDigest>(PostingTimes.Decide(rules, new(Noon, Noon)));

        Assert.Equal(new(2026, 8, 17, 9, 0, 0, TimeSpan.Zero), held.Time);
        Assert.IsType<PostingTime.Now>(PostingTimes.Decide(rules, new(held.Time, Noon.AddDays(-4), null, held.Time, IsForDigest: true)));
    }

    [Fact]
    public void Ten_thousand_rule_sets_are_decided_in_milliseconds()
    {
        var (rules, facts, best) = (AnyRules.Whole.Array[10_000].Single(), Stories.Facts("Boat aground", "xa"), double.MaxValue);
        for (var round = 0; round < 20; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var one in rules)
                PostingRules.Decide(facts, one);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        TestContext.Current.SendDiagnosticMessage($"{best} ms");
        Assert.InRange(best, 0, 50);
    }

    static (DateTimeOffset, DateTimeOffset)? NextTwo(ChannelRules rules, DateTimeOffset now) =>
        PostingTimes.NextDigest(rules, now) is { } first ? (first, PostingTimes.NextDigest(rules, first)!.Value) : null;
}
