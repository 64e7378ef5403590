using System.Diagnostics.Metrics;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>What is counted of deliveries. While nobody listens, that costs next to nothing.</summary>
static class PostingMetrics
{
    public const string MeterName = "Bot.Posting";

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "newsdesk.delivery.attempts", "{attempt}", "Delivery attempts, by kind and outcome.");

    static readonly Histogram<double> ToPost = Meter.CreateHistogram<double>(
        "newsdesk.story.time_to_post", "s",
        "The time from the import that found a story to its post in a channel, where no rule held it back and nobody asked for it.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600] });

    /// <summary>Makes the counters known with 0, so that their first event is seen as an increase.</summary>
    public static void Begin()
    {
        foreach (var kind in Enum.GetValues<DeliveryKind>())
            foreach (var outcome in Enum.GetValues<AttemptOutcome>())
                Count(kind, outcome, 0);
    }

    public static void Note(Delivery delivery, AttemptOutcome outcome)
    {
        Count(delivery.Kind, outcome, 1);
        PostingTraces.Note(outcome);
    }

    /// <param name="now">By this machine's clock, as the time when it was decided.</param>
    public static void Posted(Delivery delivery, DateTimeOffset now)
    {
        Note(delivery, AttemptOutcome.Posted);
        if (delivery is { Kind: DeliveryKind.Story, IsOrdered: false, HeldUntil: null } && now >= delivery.CreatedAt)
            ToPost.Record((now - delivery.CreatedAt).TotalSeconds);
    }

    static void Count(DeliveryKind kind, AttemptOutcome outcome, int count) =>
        Attempts.Add(count, new("kind", Word(kind)), new("outcome", Word(outcome)));

    static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>The outcome of a delivery attempt.</summary>
enum AttemptOutcome
{
    /// <summary>A new message, publication, thread, or tag.</summary>
    Posted,

    Edited,

    /// <summary>The message is gone, because its story is.</summary>
    Deleted,

    /// <summary>A rule of the channel has it wait.</summary>
    Held,

    /// <summary>There was no reason to send it any more.</summary>
    Skipped,

    /// <summary>The attempt failed, and there will be another.</summary>
    Retried,

    /// <summary>It failed for good.</summary>
    Failed,
}
