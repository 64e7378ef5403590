using System.Diagnostics;
using Discord.Models;

namespace Bot.Commands;

/// <summary>Spans of interactions, without what people type, who they are, and where.</summary>
static class InteractionTraces
{
    public const string SourceName = "Bot.Commands";

    static readonly ActivitySource Source = new(SourceName);

    /// <param name="name">One that the bot knows. What a request says may be anything.</param>
    public static Activity? Begin(Interaction interaction, string name)
    {
        if (!Source.HasListeners())
            return null;
        // Whatever brought the interaction: what a request from outside says about traces is not believed.
        Activity.Current = null;
        var type = InteractionMetrics.TypeWord(interaction.Type);
        return Source.StartActivity($"{type} {name}", ActivityKind.Server)
            ?.SetTag("newsdesk.interaction", $"{interaction.Id}")
            .SetTag("newsdesk.type", type)
            .SetTag("newsdesk.name", name);
    }

    /// <summary>The work on the answer, without sending it.</summary>
    public static Activity? Answer() => Source.StartActivity("work out answer");

    public static void Note(this Activity span, InteractionOutcome outcome)
    {
        span.SetTag("newsdesk.outcome", outcome.ToString().ToLowerInvariant());
        if (outcome is InteractionOutcome.Failed or InteractionOutcome.Unanswered)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
