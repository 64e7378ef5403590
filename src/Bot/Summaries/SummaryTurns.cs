using Discord.Models;

namespace Bot.Summaries;

/// <summary>Who may ask the model now. A summary can cost money and takes a machine's time, so nobody gets many.</summary>
sealed class SummaryTurns(TimeProvider clock)
{
    public const int MostAtOnce = 2;

    /// <summary>Between two summaries for one member.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly Dictionary<Snowflake, DateTimeOffset> next = [];
    int running;

    /// <returns>Null if the member has a turn now, which <see cref="End"/> gives back; otherwise why not.</returns>
    public Summary? Begin(Snowflake member)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var past in next.Where(one => one.Value <= now).Select(one => one.Key).ToList())
                next.Remove(past);
            if (next.TryGetValue(member, out var again))
                return new(SummaryOutcome.TooSoon, Again: again);
            if (running >= MostAtOnce)
                return new(SummaryOutcome.Busy);
            next[member] = now + Pause;
            running++;
            return null;
        }
    }

    public void End()
    {
        lock (gate)
            running--;
    }
}
