using Discord.Gateway;

namespace Discord.Tests.Gateway;

public sealed class GatewaySendLimitTests
{
    static readonly DateTimeOffset Start = new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero);

    readonly GatewaySendLimit limit = new();

    [Fact]
    public void Allows_120_payloads_in_any_minute()
    {
        for (var payload = 0; payload < GatewaySendLimit.Payloads; payload++)
            Assert.Equal(TimeSpan.Zero, limit.TryAcquire(Start + TimeSpan.FromSeconds(payload / 10.0)));

        Assert.Equal(TimeSpan.FromSeconds(40), limit.TryAcquire(Start + TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.Zero, limit.TryAcquire(Start + TimeSpan.FromSeconds(60)));
        Assert.Equal(TimeSpan.FromSeconds(0.1), limit.TryAcquire(Start + TimeSpan.FromSeconds(60)));
    }
}
