using System.Diagnostics;

namespace Desk.Outbox;

/// <summary>
/// Spans of decisions. A delivery waits in the database, and with it the span that queued it, from which its trace goes on.
/// </summary>
public static class OutboxTraces
{
    public const string SourceName = "Desk.Outbox";

    static readonly ActivitySource Source = new(SourceName);

    /// <summary>What is going on now, to be stored with what it queues: W3C's traceparent, or null if it isn't traced.</summary>
    internal static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <param name="stories">How many there are to decide.</param>
    internal static Activity? Decide(int stories) => Source.StartActivity("decide stories")?.SetTag("newsdesk.stories", stories);

    internal static Activity? Queue(long story) => Source.StartActivity("queue story")?.SetTag("newsdesk.story", story);
}
