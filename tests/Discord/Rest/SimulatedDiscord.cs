using System.Net;
using Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Discord.Tests.Rest;

/// <summary>
/// Counts requests as strictly as Discord could, behind a network of any speed, on a clock of its own. Nothing really waits, and the
/// same seed gives the same run.
/// </summary>
sealed class SimulatedDiscord
{
    readonly StoppingClock clock = new();
    readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> scheduled = new();
    readonly Dictionary<(int Bucket, string Major), Window> windows = [];
    readonly Queue<DateTimeOffset> lastSecond = new();
    readonly Random random;
    readonly Limit[] limits;
    readonly double slowest;
    readonly RequestQueue queue;
    readonly DateTimeOffset start;
    int order;

    /// <param name="slowest">The maximum latency in each direction, in seconds.</param>
    /// <param name="limits">The limit of each bucket.</param>
    public SimulatedDiscord(int seed, double slowest, params Limit[] limits)
    {
        (random, this.slowest, this.limits) = (new(seed), slowest, limits);
        queue = new(new(clock), clock);
        start = clock.GetUtcNow();
        clock.TimerSet = due => At(clock.GetUtcNow() + due, () => { });
    }

    /// <summary>Requests that exceeded a limit.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Requests with a response, by bucket and channel.</summary>
    public Dictionary<(int Bucket, string Major), int> Completed { get; } = [];

    public int Waiting { get; private set; }

    /// <summary>Sends a request the given number of seconds after the start.</summary>
    public void Send(double seconds, int bucket, Route route) =>
        At(start + TimeSpan.FromSeconds(seconds), () => _ = SendAsync(bucket, route));

    /// <summary>Runs until nothing is left to do, or for the given number of seconds.</summary>
    public void Run(double seconds = double.MaxValue)
    {
        var old = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Inline());
        try
        {
            while (scheduled.TryDequeue(out var next, out var when) && (when.At - start).TotalSeconds < seconds)
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
        var lease = await queue.WaitAsync(route, CancellationToken.None);
        Waiting--;
        At(clock.GetUtcNow() + Latency(), () => Arrive(bucket, lease));
    }

    void Arrive(int bucket, RateLimitLease lease)
    {
        var now = clock.GetUtcNow();
        var key = (bucket, lease.Route.Major);
        if (!windows.TryGetValue(key, out var window) || window.Ends <= now)
            window = new(0, now + TimeSpan.FromSeconds(limits[bucket].Seconds));
        windows[key] = window = window with { Count = window.Count + 1 };
        if (window.Count > limits[bucket].Requests)
            Violations.Add($"{now - start}: {lease.Route} is number {window.Count} of {limits[bucket].Requests}");
        if (!lease.Route.IsInteraction)
            CountGlobally(lease.Route, now);

        var response = new RateLimitHeaders
        {
            Status = HttpStatusCode.OK,
            Bucket = $"bucket{bucket}",
            Limit = limits[bucket].Requests,
            Remaining = Math.Max(0, limits[bucket].Requests - window.Count),
            ResetAfter = window.Ends - now,
        };
        At(now + Latency(), () =>
        {
            Completed[key] = Completed.GetValueOrDefault(key) + 1;
            queue.Update(lease, response);
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

    TimeSpan Latency() => TimeSpan.FromSeconds(slowest * (0.1 + 0.9 * random.NextDouble()));

    void At(DateTimeOffset when, Action what) => scheduled.Enqueue(what, (when, order++));

    internal sealed record Limit(int Requests, double Seconds);

    readonly record struct Window(int Count, DateTimeOffset Ends);

    /// <summary>Reports timers, so that the simulation stops when one is due.</summary>
    sealed class StoppingClock : FakeTimeProvider
    {
        public Action<TimeSpan> TimerSet { get; set; } = _ => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            TimerSet(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>Runs continuations inline, so that results do not depend on threads.</summary>
    sealed class Inline : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
