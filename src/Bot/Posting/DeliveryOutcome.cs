using System.Net;
using Discord;

namespace Bot.Posting;

/// <summary>What a failed send means for its delivery.</summary>
abstract record DeliveryOutcome(string Reason)
{
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The message can't be sent as it is, now or later.</summary>
    public sealed record Fail(string Reason) : DeliveryOutcome(Reason);

    /// <summary>Something outside must change first; nothing is lost meanwhile.</summary>
    public sealed record Retry(TimeSpan After, string Reason) : DeliveryOutcome(Reason)
    {
        /// <summary>Whether it is the channel that can't be used, and not only this once.</summary>
        public bool IsOfChannel { get; init; }
    }

    /// <param name="attempt">From 1.</param>
    public static DeliveryOutcome Of(Exception failure, int attempt) => failure switch
    {
        DiscordApiException { RetryAfter: { } wait } => new Retry(wait, failure.Message),
        // The channel or the bot's rights in it: a moderator may mend that at any time.
        DiscordApiException { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } or DiscordApiException { Code: DiscordError.CannotPostInForum } => new Retry(Pause(TimeSpan.FromMinutes(1), attempt), failure.Message) { IsOfChannel = true },
        DiscordApiException { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => new Fail(failure.Message),
        _ => new Retry(Pause(TimeSpan.FromSeconds(5), attempt), failure.Message),
    };

    /// <summary>Doubles with each attempt, up to an hour.</summary>
    static TimeSpan Pause(TimeSpan first, int attempt)
    {
        var pause = first * Math.Pow(2, Math.Min(attempt, 20) - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
