using System.Diagnostics;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>Spans of deliveries. Each attempt continues the trace of what queued it, however long ago that was.</summary>
static class PostingTraces
{
    public const string SourceName = "Bot.Posting";

    static readonly ActivitySource Source = new(SourceName);

    public static Activity? Deliver(Delivery delivery)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(delivery.Trace, traceState: null, isRemote: true, out var queued);
        var span = Source.StartActivity($"deliver {delivery.Kind.ToString().ToLowerInvariant()}", ActivityKind.Consumer, queued);
        span?.SetTag("newsdesk.delivery", delivery.Id).SetTag("newsdesk.attempt", delivery.Attempt);
        if (delivery.Kind is DeliveryKind.Story)
            span?.SetTag("newsdesk.story", delivery.SubjectId);
        // A member's channel is the member.
        if (delivery.Destination is not Destination.Member)
            span?.SetTag("newsdesk.channel", delivery.Channel);
        return span;
    }

    public static Activity? Draft() => Source.StartActivity("draft message");

    /// <summary>On the span of the attempt, which is the current one.</summary>
    public static void Note(AttemptOutcome outcome)
    {
        if (Activity.Current is not { } span || span.Source != Source)
            return;
        span.SetTag("newsdesk.outcome", outcome.ToString().ToLowerInvariant());
        if (outcome is AttemptOutcome.Retried or AttemptOutcome.Failed)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
