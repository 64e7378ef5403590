using Bot.Hosting;
using Desk.Database;

namespace Bot.Tests.Hosting;

public sealed class RequestSharesTests
{
    const int Total = 50;

    [Fact]
    public void Process_that_is_alone_has_all_requests_when_it_has_a_use_for_them()
    {
        Assert.Equal(12, RequestShares.Next(Total, own: 0, isBusy: false, []));
        Assert.Equal(Total, RequestShares.Next(Total, own: 12, isBusy: true, []));
        Assert.Equal(12, RequestShares.Next(Total, own: Total, isBusy: false, []));
    }

    [Fact]
    public void Busy_process_gets_what_idle_ones_leave() =>
        Assert.Equal(Total - 8, RequestShares.Next(Total, own: 16, isBusy: true, [Other(4), Other(4)]));

    [Fact]
    public void Processes_that_are_all_busy_come_to_have_the_same_share()
    {
        var shares = new[] { Total, 0, 0 };

        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < shares.Length; i++)
            {
                var others = shares.Where((_, other) => other != i).Select(share => Other(share, isBusy: true)).ToList();
                shares[i] = RequestShares.Next(Total, shares[i], isBusy: true, others);
                Assert.InRange(shares.Sum(), 0, Total);
            }
        }

        Assert.All(shares, share => Assert.InRange(share, Total / 3, (Total / 3) + 2));
    }

    [Fact]
    public void Process_that_joins_while_another_is_busy_gets_enough_for_what_cannot_wait()
    {
        var (first, second) = (Total, 0);

        first = RequestShares.Next(Total, first, isBusy: true, [Other(second)]);
        second = RequestShares.Next(Total, second, isBusy: false, [Other(first, isBusy: true)]);

        Assert.Equal((25, 6), (first, second));
    }

    static ProcessState Other(int requests, bool isBusy = false) => new()
    {
        Owner = "other",
        Name = "other",
        StartedAt = DateTimeOffset.UnixEpoch,
        Leases = [],
        Requests = requests,
        IsBusy = isBusy,
    };
}
