using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Discord.Tests.Rest;

/// <summary>
/// A Discord that counts as strictly as it may, behind a line of any speed, on a clock of its own: nothing here waits, and the
/// same seed tells the same story.
/// </summary>
sealed class SimulatedDiscord
{
    readonly StoppingClock clock = new();
    readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> coming = new();
    readonly Dictionary<(int Bucket, string Major), Window> windows = [];
    readonly Queue<DateTimeOffset> lastSecond = new();
    readonly Random random;
    readonly Limit[] limits;
    readonly double slowest;
    readonly WaitingLine line;
    readonly DateTimeOffset start;
    int order;

    /// <param name="seed">Of all chances.</param>
    /// <param name="slowest">The longest way to Discord, and back, in seconds.</param>
    /// <param name="limits">Of the buckets, by number.</param>
    public SimulatedDiscord(int seed, double slowest, params Limit[] limits)
    {
        (random, this.slowest, this.limits) = (new(seed), slowest, limits);
        line = new(new(clock), clock);
        start = clock.GetUtcNow();
        clock.TimerSet = due => At(clock.GetUtcNow() + due, () => { });
    }

    /// <summary>Requests beyond a limit.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The requests that were answered, by bucket and channel.</summary>
    public Dictionary<(int Bucket, string Major), int> Answered { get; } = [];

    public int Waiting { get; private set; }

    /// <summary>Somebody wants to send a request, so many seconds from the start.</summary>
    public void Ask(double seconds, int bucket, Route route) => At(start + TimeSpan.FromSeconds(seconds), () => _ = SendAsync(bucket, route));

    /// <summary>Until nothing happens any more, or for so many seconds.</summary>
    public void Run(double seconds = double.MaxValue)
    {
        var old = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new AtOnce());
        try
        {
            while (coming.TryDequeue(out var next, out var when) && (when.At - start).TotalSeconds < seconds)
            {
                clock.Advance(when.At - clock.GetUtcNow());
                next();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(old);
        }
    }

    async Task SendAsync(int bucket, Route route)
    {
        Waiting++;
        var turn = await line.TurnAsync(route, CancellationToken.None);
        Waiting--;
        At(clock.GetUtcNow() + Way(), () => Arrive(bucket, turn));
    }

    void Arrive(int bucket, RateLimitTurn turn)
    {
        var now = clock.GetUtcNow();
        var key = (bucket, turn.Route.Major);
        if (!windows.TryGetValue(key, out var window) || window.Ends <= now)
            window = new(0, now + TimeSpan.FromSeconds(limits[bucket].Seconds));
        windows[key] = window = window with { Count = window.Count + 1 };
        if (window.Count > limits[bucket].Requests)
            Violations.Add($"{now - start}: {turn.Route} is number {window.Count} of {limits[bucket].Requests}");
        if (!turn.Route.IsOfInteraction)
            CountGlobally(turn.Route, now);

        var answer = new RateLimitHeaders
        {
            Status = HttpStatusCode.OK,
            Bucket = $"bucket{bucket}",
            Limit = limits[bucket].Requests,
            Remaining = Math.Max(0, limits[bucket].Requests - window.Count),
            ResetAfter = window.Ends - now,
        };
        At(now + Way(), () =>
        {
            Answered[key] = Answered.GetValueOrDefault(key) + 1;
            line.Learn(turn, answer);
        });
    }

    void CountGlobally(Route route, DateTimeOffset now)
    {
        while (lastSecond.TryPeek(out var oldest) && oldest + TimeSpan.FromSeconds(1) <= now)
            lastSecond.Dequeue();
        lastSecond.Enqueue(now);
        if (lastSecond.Count > 50)
            Violations.Add($"{now - start}: {route} is number {lastSecond.Count} of this second");
    }

    TimeSpan Way() => TimeSpan.FromSeconds(slowest * (0.1 + 0.9 * random.NextDouble()));

    void At(DateTimeOffset when, Action what) => coming.Enqueue(what, (when, order++));

    internal sealed record Limit(int Requests, double Seconds);

    readonly record struct Window(int Count, DateTimeOffset Ends);

    /// <summary>Tells when a timer is due, so that the clock stops there.</summary>
    sealed class StoppingClock : FakeTimeProvider
    {
        public Action<TimeSpan> TimerSet { get; set; } = _ => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            TimerSet(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>Who has a turn goes on at once, so that what is measured does not depend on threads.</summary>
    sealed class AtOnce : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
