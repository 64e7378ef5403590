namespace Discord.Tests;

public sealed class RecentSetTests
{
    [Fact]
    public void Only_the_last_thousand_are_remembered()
    {
        var recent = new RecentSet<int>();

        for (var item = 0; item <= RecentSet<int>.Remembered; item++)
            Assert.True(recent.Add(item));

        Assert.False(recent.Add(1));
        Assert.False(recent.Contains(0));
        Assert.True(recent.Add(0));
    }
}
