using CsCheck;
using News.Rules;

namespace News.Tests.Rules;

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
    public void A_story_is_worth_a_ping_by_outlets_or_heat(string? role, int? pingOutlets, int? pingHeat, int outlets, int? heat, bool pings) =>
        Assert.Equal(pings, PostingRules.Pings(Stories.Facts("Boat aground", "", outlets, heat), new() { PingRole = role, PingOutlets = pingOutlets, PingHeat = pingHeat }));

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var facts = Stories.Long();
        var rules = AnyRules.Whole.Array[2_000].Single();
        foreach (var one in rules)
            PostingRules.Decide(facts, one);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in rules)
            PostingRules.Decide(facts, one);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
