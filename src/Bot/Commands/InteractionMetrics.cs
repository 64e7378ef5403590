using System.Diagnostics.Metrics;
using Discord.Models;

namespace Bot.Commands;

/// <summary>How long answers take. While nobody listens, noting that costs next to nothing.</summary>
static class InteractionMetrics
{
    public const string MeterName = "Bot.Commands";

    static readonly Meter Meter = new(MeterName);

    static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "newsdesk.interaction.duration", "s", "The time from an interaction's arrival to its complete answer.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30] });

    /// <param name="name">One that the bot knows. What a request says may be anything, and is no label.</param>
    public static void Note(InteractionType type, string name, InteractionOutcome outcome, TimeSpan time) => Duration.Record(
        time.TotalSeconds, new("type", TypeWord(type)), new("name", name), new("outcome", outcome.ToString().ToLowerInvariant()));

    public static string TypeWord(InteractionType type) => type switch
    {
        InteractionType.ApplicationCommand => "command",
        InteractionType.MessageComponent => "component",
        InteractionType.ModalSubmit => "form",
        InteractionType.ApplicationCommandAutocomplete => "suggestions",
        _ => "unknown",
    };
}

/// <summary>What a person got.</summary>
enum InteractionOutcome
{
    /// <summary>The answer, at once.</summary>
    Answered,

    /// <summary>The answer, after more than two seconds; for suggestions, none.</summary>
    Late,

    /// <summary>A note that something went wrong; for suggestions, none.</summary>
    Failed,

    /// <summary>Nothing: Discord didn't take the answer, or the bot doesn't know this type.</summary>
    Unanswered,
}
