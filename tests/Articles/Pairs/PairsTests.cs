using Shared;

namespace Articles.Tests.Pairs;

public class PairsTests
{
    static readonly IReadOnlyList<HeadlinePair> Tuning = HeadlinePairs.Read(Path.Combine(Checkout.Root, "tests/Articles/Pairs/tuning.txt"));

    [Fact]
    public void No_two_events_of_the_tuning_half_are_joined() =>
        Assert.Empty(Tuning.Where(pair => !pair.IsSame && pair.IsJoined).Select(pair => $"{pair}"));

    [Fact]
    public void Nine_of_ten_pairs_of_one_event_are_joined()
    {
        var same = Tuning.Where(pair => pair.IsSame).ToList();

        Assert.True(same.Count(pair => pair.IsJoined) >= same.Count * 0.9, $"{same.Count(pair => pair.IsJoined)} of {same.Count}");
    }

    [Fact]
    public void Each_half_has_three_hundred_pairs_of_each_kind()
    {
        foreach (var half in (string[])["tuning", "held-out"])
        {
            var pairs = HeadlinePairs.Read(Path.Combine(Checkout.Root, $"tests/Articles/Pairs/{half}.txt"));
            Assert.True(pairs.Count(pair => pair.IsSame) >= 300 && pairs.Count(pair => !pair.IsSame) >= 300, half);
        }
    }
}
