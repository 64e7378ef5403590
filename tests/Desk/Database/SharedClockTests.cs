using Desk.Database;
using Microsoft.Extensions.Time.Testing;

namespace Desk.Tests.Database;

public sealed class SharedClockTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    readonly SettableClock own = new();
    readonly SharedClock clock;

    public SharedClockTests() => clock = new(own);

    [Fact]
    public void Time_is_this_machines_until_the_server_was_asked() => Assert.Equal(Noon, clock.GetUtcNow());

    [Fact]
    public void Time_goes_on_from_the_servers_and_ignores_that_this_machines_clock_was_set()
    {
        clock.Set(Noon.AddHours(1), own.GetTimestamp());
        own.Advance(TimeSpan.FromMinutes(5));
        own.IsSetBy = TimeSpan.FromDays(1);

        Assert.Equal(Noon.AddHours(1).AddMinutes(5), clock.GetUtcNow());
    }

    [Fact]
    public void Server_whose_clock_was_set_is_followed_and_one_that_answers_slowly_is_not()
    {
        clock.Set(Noon, own.GetTimestamp());
        clock.Set(Noon.AddMilliseconds(80), own.GetTimestamp());
        Assert.Equal(Noon, clock.GetUtcNow());

        clock.Set(Noon.AddHours(-1), own.GetTimestamp());
        Assert.Equal(Noon.AddHours(-1), clock.GetUtcNow());
    }

    /// <summary>A machine's clock that somebody sets, which its monotonic time doesn't notice.</summary>
    sealed class SettableClock() : FakeTimeProvider(Noon)
    {
        public TimeSpan IsSetBy { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + IsSetBy;

        public override long GetTimestamp() => base.GetTimestamp() - IsSetBy.Ticks;
    }
}
