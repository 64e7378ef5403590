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
        var mine = known.Waiting.FirstOrDefault(one => one.Id == id);
        // What may have been published already counts as published, until it is asked for again.
        var ranked = known.Waiting
            .Where(one => now - one.CreatedAt <= worthIt && (one == mine || !one.IsInDoubt))
            .OrderByDescending(one => one.IsInDoubt)
            .ThenByDescending(one => one.Rank.Order)
            .ThenBy(one => one.Id)
            .ToList();
        var openings = Openings(known.Published, known.Waiting.Count(one => one != mine && one.IsInDoubt), now);
        var free = openings.Count(opening => opening == now);
        PublicationTurn turn = mine is null
            ? new PublicationTurn.Gone()
            : ranked.IndexOf(mine) switch
            {
                < 0 => new PublicationTurn.TooLate(SpanText.Of(worthIt)),
                var before when before < free => new PublicationTurn.Now(mine.Message),
                var before => new PublicationTurn.Later(Opening(openings, before), before - free),
            };
        // Those that fit now, and the one after them: it sees to the others when its turn comes.
        var next = ranked.Take(free + 1).Where((one, place) => one.HeldUntil > Opening(openings, place));
        return turn with { Next = [.. next.Select(one => one.Id)] };
    }

    /// <summary>
    /// When each of the hour's publications is free, the first one first; now, for those that are free already. Any sixty minutes
    /// count, not the hour of a clock: how the chat service counts isn't known, and this is within its limit either way.
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
}

public abstract record PublicationTurn
{
    /// <summary>
    /// The publications that are to be looked at now, because their turn comes earlier than it seemed when they last were.
    /// </summary>
    public IReadOnlyList<long> Next { get; init; } = [];

    /// <param name="Message">The card's address in its channel.</param>
    public sealed record Now(string Message) : PublicationTurn;

    /// <param name="At">When its turn comes if no other story becomes more important, in UTC.</param>
    /// <param name="Before">How many more important stories also wait, and go first.</param>
    public sealed record Later(DateTimeOffset At, int Before) : PublicationTurn;

    /// <summary>It waited for so long that it is no news any more.</summary>
    /// <param name="After">How long that is: <c>6 hours</c>.</param>
    public sealed record TooLate(string After) : PublicationTurn;

    /// <summary>Its card was deleted, or its story was withdrawn.</summary>
    public sealed record Gone : PublicationTurn;
}
