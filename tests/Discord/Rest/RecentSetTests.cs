using Discord.Rest;

namespace Discord.Tests.Rest;

public sealed class RecentSetTests
{
    [Fact]
    public void Remembers_only_the_last_thousand_items()
    {
        var recent = new RecentSet<int>();

        for (var item = 0; item <= RecentSet<int>.Capacity; item++)
            Assert.True(recent.Add(item));

        Assert.False(recent.Add(1));
        Assert.False(recent.Contains(0));
        Assert.True(recent.Add(0));
    }
}
