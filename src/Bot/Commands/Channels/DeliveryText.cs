using Bot.Cards;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The state of a delivery, in words for moderators.</summary>
static class DeliveryText
{
    const int ReasonLength = 250;
    const int TitleLength = 120;

    /// <summary><c>**posted** 5 minutes ago · Title</c>, with the reason on a second line.</summary>
    public static string Line(DeliveryRecord record, Snowflake guild, int limit)
    {
        var why = Why(record) is { } reason ? $"\n-# {reason}" : "";
        var title = record switch
        {
            { Title.Length: > 0 } => record.Title,
            { Kind: DeliveryKind.Digest } => "Digest",
            _ => "A deleted story",
        };
        if (record.Kind is DeliveryKind.Coverage)
            title = $"New coverage of {title}";
        if (record.Kind is DeliveryKind.Thread)
            title = $"Thread under {title}";
        return CardText.Linked(title, Link(record, guild), limit, label => $"{State(record)} · {label}{why}", TitleLength);
    }

    /// <summary>The state, and since or until when.</summary>
    public static string State(DeliveryRecord record) => record switch
    {
        { Kind: DeliveryKind.Publication, State: DeliveryState.Sent } => $"**published** {Time(record.SentAt)}",
        { Kind: DeliveryKind.Publication, State: DeliveryState.Skipped or DeliveryState.Failed } =>
            $"**not published** {Time(record.CreatedAt)}",
        { Kind: DeliveryKind.Publication, State: DeliveryState.Held, HeldUntil: { Year: < 9000 } until } =>
            $"**to be published** {Time(until)}",
        { Kind: DeliveryKind.Publication } => "**waiting to be published**",
        { State: DeliveryState.Sent, IsInDigest: true } => $"**posted in a digest** {Time(record.SentAt)}",
        { State: DeliveryState.Sent } => $"**posted{(record.IsOrdered ? " on request" : "")}** {Time(record.SentAt)}",
        // Stories of a paused channel are held without an end, until somebody resumes it.
        { State: DeliveryState.Held, HeldUntil: { Year: < 9000 } until } => $"**held** until {Time(until)}",
        { State: DeliveryState.Held } => "**held**",
        { State: DeliveryState.Failed } => $"**failed** {Time(record.CreatedAt)}",
        { State: DeliveryState.Skipped } => $"**skipped** {Time(record.CreatedAt)}",
        _ => "**queued**",
    };

    /// <summary>The reason; null if there is none.</summary>
    public static string? Why(DeliveryRecord record) =>
        string.IsNullOrEmpty(record.Reason) ? null : CardText.Markdown(record.Reason, ReasonLength);

    /// <summary>To the message; null if there is none.</summary>
    public static Uri? Link(DeliveryRecord record, Snowflake guild) => record.Message is null
        ? null
        : DiscordText.MessageLink(guild.ToString(), record.Place ?? record.Channel, record.Message);

    static string Time(DateTimeOffset? at) => at is { } known ? DiscordText.Relative(known) : "";
}
