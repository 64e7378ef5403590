namespace Discord.Tests.Gateway;

public sealed class GatewaySendLimitTests
{
    static readonly DateTimeOffset Start = new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero);

    readonly GatewaySendLimit limit = new();

    [Fact]
    public void A_hundred_and_twenty_payloads_go_in_any_minute()
    {
        for (var payload = 0; payload < GatewaySendLimit.Payloads; payload++)
            Assert.Equal(TimeSpan.Zero, limit.Take(Start + TimeSpan.FromSeconds(payload / 10.0)));

        Assert.Equal(TimeSpan.FromSeconds(40), limit.Take(Start + TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.Zero, limit.Take(Start + TimeSpan.FromSeconds(60)));
        Assert.Equal(TimeSpan.FromSeconds(0.1), limit.Take(Start + TimeSpan.FromSeconds(60)));
    }
}
