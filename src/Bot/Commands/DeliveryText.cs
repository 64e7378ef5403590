using Bot.Cards;
using Discord;
using News;

namespace Bot.Commands;

/// <summary>What became of a delivery, in words for moderators.</summary>
static class DeliveryText
{
    const int ReasonLength = 250;
    const int TitleLength = 120;

    /// <summary>A line, and below it why: <c>**posted** 5 minutes ago · Title</c>.</summary>
    public static string Line(DeliveryRecord record, Snowflake guild, int limit)
    {
        var why = Why(record) is { } reason ? $"\n-# {reason}" : "";
        var title = record.Title is { Length: > 0 } known ? known : record.Kind is DeliveryKind.Digest ? "Digest" : "A story that is not there any more";
        if (record.Kind is DeliveryKind.Coverage)
            title = $"New coverage of {title}";
        return CardText.Linked(title, Link(record, guild), limit, label => $"{State(record)} · {label}{why}", TitleLength);
    }

    /// <summary>What it is now and since when, or until when.</summary>
    public static string State(DeliveryRecord record) => record switch
    {
        { Kind: DeliveryKind.Publication, State: DeliveryState.Sent } => $"**published** {Time(record.SentAt)}",
        { Kind: DeliveryKind.Publication, State: DeliveryState.Skipped or DeliveryState.Failed } => $"**not published** {Time(record.CreatedAt)}",
        { Kind: DeliveryKind.Publication } => "**to be published**",
        { State: DeliveryState.Sent, IsInDigest: true } => $"**posted in a digest** {Time(record.SentAt)}",
        { State: DeliveryState.Sent } => $"**posted{(record.IsOrdered ? " on demand" : "")}** {Time(record.SentAt)}",
        // A channel that is paused has what comes wait for ever, until somebody resumes it.
        { State: DeliveryState.Held, HeldUntil: { Year: < 9000 } until } => $"**held** until {Time(until)}",
        { State: DeliveryState.Held } => "**held**",
        { State: DeliveryState.Failed } => $"**failed** {Time(record.CreatedAt)}",
        { State: DeliveryState.Skipped } => $"**left out** {Time(record.CreatedAt)}",
        _ => "**on its way**",
    };

    /// <summary>Null where nothing needs to be said.</summary>
    public static string? Why(DeliveryRecord record) => string.IsNullOrEmpty(record.Reason) ? null : CardText.Markdown(record.Reason, ReasonLength);

    /// <summary>To its message; null where there is none.</summary>
    public static Uri? Link(DeliveryRecord record, Snowflake guild) =>
        record.Message is null ? null : DiscordText.MessageLink(guild.ToString(), record.Place ?? record.Channel, record.Message);

    static string Time(DateTimeOffset? at) => at is { } known ? DiscordText.Relative(known) : "";
}
