using Desk.Channels;

namespace Desk.Outbox;

/// <summary>
/// Decides whose turn it is to be published: an hour allows so many in a channel, and the most important stories go first.
/// </summary>
public static class PublicationTurns
{
    /// <summary>What the chat service allows in each channel, whoever publishes.</summary>
    public const int PerHour = 10;

    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="id">The publication's own delivery.</param>
    /// <param name="worthIt">A card that waited for longer is no news any more.</param>
    public static PublicationTurn Of(long id, ChannelPublications known, TimeSpan worthIt, DateTimeOffset now)
    {
        if (known.Waiting.FirstOrDefault(one => one.Id == id) is not { } mine)
            return new PublicationTurn.Gone();
        if (now - mine.CreatedAt > worthIt)
            return new PublicationTurn.TooLate(SpanText.Of(worthIt));

        var others = known.Waiting.Where(one => one.Id != id).ToList();
        // What may have been published before counts already: it is asked for again first.
        var ranked = known.Waiting
            .Where(one => one == mine || (!one.IsInDoubt && now - one.CreatedAt <= worthIt))
            .OrderByDescending(one => one.IsInDoubt)
            .ThenByDescending(one => one.Rank.Order)
            .ThenBy(one => one.Id)
            .ToList();
        var openings = Openings(known.Published, others.Count(one => one.IsInDoubt), now);
        var free = openings.Count(opening => opening == now);
        var before = ranked.IndexOf(mine);
        return before < free
            ? new PublicationTurn.Now(mine.Message) { Next = Waiting(ranked.Take(free), now) }
            : new PublicationTurn.Later(Opening(openings, before), before) { Next = Waiting(ranked.Take(free), now) };
    }

    /// <summary>
    /// When each of the hour's publications is free, the first one first; now, for those that are free already. Any hour counts, not the one of the clock: how the chat
    /// service counts isn't known, and this is within the limit either way.
    /// </summary>
    static IReadOnlyList<DateTimeOffset> Openings(IEnumerable<DateTimeOffset> published, int inDoubt, DateTimeOffset now)
    {
        var taken = published.Select(at => at > now ? now : at).Where(at => at > now - Hour);
        var reopened = taken.Concat(Enumerable.Repeat(now, inDoubt)).Select(at => at + Hour).Order().TakeLast(PerHour).ToList();
        return [.. Enumerable.Repeat(now, PerHour - reopened.Count), .. reopened];
    }

    /// <summary>When it is the turn of a card with so many before it. Each that is published then is free again an hour later.</summary>
    static DateTimeOffset Opening(IReadOnlyList<DateTimeOffset> openings, int before) =>
        openings[before % PerHour] + (before / PerHour * Hour);

    /// <summary>Those that may be published now but are not due, because it wasn't their turn when they were last looked at.</summary>
    static IReadOnlyList<long> Waiting(IEnumerable<WaitingPublication> first, DateTimeOffset now) =>
        [.. first.Where(one => one.HeldUntil > now).Select(one => one.Id)];
}

public abstract record PublicationTurn
{
    /// <summary>The publications that may be published now, and would be looked at only later.</summary>
    public IReadOnlyList<long> Next { get; init; } = [];

    /// <param name="Message">The card's address in its channel.</param>
    public sealed record Now(string Message) : PublicationTurn;

    /// <param name="At">When its turn comes if no other story becomes more important, in UTC.</param>
    /// <param name="Before">How many more important stories go first.</param>
    public sealed record Later(DateTimeOffset At, int Before) : PublicationTurn;

    /// <summary>It waited for so long that it is no news any more.</summary>
    /// <param name="After">How long that is: <c>6 hours</c>.</param>
    public sealed record TooLate(string After) : PublicationTurn;

    /// <summary>Its card was deleted, or its story was withdrawn.</summary>
    public sealed record Gone : PublicationTurn;
}
