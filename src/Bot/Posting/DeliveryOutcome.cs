using System.Net;
using Discord.Rest;

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
        DiscordApiException { RetryAfter: { } wait } => new Retry(wait, ReasonOf(failure)),
        // Without a code of its own, an error says nothing about this channel or this message.
        DiscordApiException { Code: 0 } => new Retry(Pause(TimeSpan.FromSeconds(5), attempt), ReasonOf(failure)),
        DiscordApiException { Code: DiscordError.AnnouncementEditLimit } => new Retry(PublicationDrafts.BetweenEdits, ReasonOf(failure)),
        // The channel or the bot's rights in it: a moderator may mend that at any time.
        DiscordApiException { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound }
            or DiscordApiException { Code: DiscordError.CannotPostInForum } =>
            new Retry(Pause(TimeSpan.FromMinutes(1), attempt), ReasonOf(failure)) { IsOfChannel = true },
        DiscordApiException { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } =>
            new Fail(ReasonOf(failure)),
        _ => new Retry(Pause(TimeSpan.FromSeconds(5), attempt), ReasonOf(failure)),
    };

    /// <summary>After a failure of the program itself, which has nothing to do with the channel.</summary>
    public static DeliveryOutcome Unforeseen(int attempt) =>
        new Retry(Pause(TimeSpan.FromMinutes(1), attempt), "Something went wrong. The bot's operator can find it in the log.");

    /// <summary>For moderators. What happened on the way to Discord tells them nothing; the log has it.</summary>
    static string ReasonOf(Exception failure) =>
        failure is DiscordApiException refused ? refused.Explanation : "Discord could not be reached.";

    /// <summary>Doubles with each attempt, up to an hour.</summary>
    static TimeSpan Pause(TimeSpan first, int attempt)
    {
        var pause = first * Math.Pow(2, Math.Min(attempt, 20) - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
