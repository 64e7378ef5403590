using Discord.Rest;

namespace Discord.Tests.Rest;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 0.5, 3)]
    [InlineData(7, 1, 60)]
    [InlineData(1000, 1, 60)]
    [InlineData(1000, 0, 30)]
    public void Doubles_up_to_a_minute_with_jitter(int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, jitter));
}
