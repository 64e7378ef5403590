using System.Globalization;

namespace Desk.Channels;

/// <summary>The moment at which a channel's schedule is applied to a story.</summary>
/// <param name="FirstSeenAt">When readers could first see the story.</param>
/// <param name="LatestPosts">
/// When the channel got its posts of the last hour, in any order, digests excluded. Older ones are ignored.
/// </param>
/// <param name="HeldUntil">Until when an earlier decision held the story; null for the first decision.</param>
/// <param name="IsForDigest">Whether it was held for a digest.</param>
public sealed record PostingMoment(
    DateTimeOffset Now,
    DateTimeOffset FirstSeenAt,
    IReadOnlyList<DateTimeOffset>? LatestPosts = null,
    DateTimeOffset? HeldUntil = null,
    bool IsForDigest = false)
{
    /// <summary>When the story was published, by its own file; null if that doesn't matter.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>What to do with a story that the rules let through.</summary>
public abstract record PostingTime
{
    PostingTime()
    {
    }

    /// <summary>Post it, alone or in the digest that it was held for.</summary>
    public sealed record Now : PostingTime;

    /// <summary>Decide again at that time, which is later than now.</summary>
    public sealed record HoldUntil(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>Put it into the digest at that time, which is later than now. Everything in one digest has the same time.</summary>
    public sealed record ForDigest(DateTimeOffset Time, string Reason) : PostingTime;

    /// <summary>Never post it.</summary>
    public sealed record TooOld(string Reason) : PostingTime;
}

/// <summary>When a channel gets a story that its rules let through.</summary>
public static class PostingTimes
{
    /// <summary>A time noted further in the future than this came from a clock that was wrong, and is ignored.</summary>
    static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    /// <summary>A clock that is adjusted gradually may lose this much. No story waits for a clock that was set back further.</summary>
    static readonly TimeSpan Adjustment = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Asks in this order: is the story too old, does it go into a digest, is it held back, is it quiet, is the hourly limit reached.
    /// </summary>
    /// <remarks>
    /// Age counts from when these rules would have let the story out, so waiting that they caused never makes it too old,
    /// and a digest may contain stories as old as its period. A story that is held back goes into the first digest after that.
    /// A digest due in quiet hours comes at their end, and doesn't count toward the hourly limit.
    /// </remarks>
    public static PostingTime Decide(ChannelRules rules, PostingMoment moment)
    {
        var now = LocalTimes.Sane(moment.Now);
        var seen = LocalTimes.Sane(moment.FirstSeenAt);
        var heldBackUntil = IsOfWrongClock(seen, now, moment.PublishedAt) ? now : seen + rules.HoldBack;
        var dueAt = moment.HeldUntil is { } held && LocalTimes.Sane(held) is var heldUntil && heldUntil > heldBackUntil
            ? heldUntil
            : heldBackUntil;
        var patience = rules.TooOldAfter > Period(rules.Mode) ? rules.TooOldAfter : Period(rules.Mode);
        if (now - dueAt > patience)
        {
            return new PostingTime.TooOld(
                $"it could have been posted {SpanText.Rounded(now - dueAt)} ago; the limit is {SpanText.Of(patience)}");
        }

        if (rules.Mode is not PostingMode.Instantly)
            return ForDigest(rules, moment, now, heldBackUntil);
        if (heldBackUntil > now)
            return new PostingTime.HoldUntil(heldBackUntil, $"delayed by {SpanText.Of(rules.HoldBack)} to catch early corrections");
        if (QuietUntil(rules, now) is { } quietEnd)
            return new PostingTime.HoldUntil(quietEnd, $"quiet hours until {Written(rules, quietEnd)}");
        if (rules.MostPerHour is { } most && FreeAt(most, moment.LatestPosts ?? [], now) is { } free)
            return new PostingTime.HoldUntil(free, $"the limit of {Posts(most)} per hour is reached");
        return new PostingTime.Now();
    }

    /// <summary>The first digest after a time; null for a channel without digests.</summary>
    /// <remarks>Where clocks skip its time, the digest moves as far as they do; where they show it twice, the first counts.</remarks>
    public static DateTimeOffset? NextDigest(ChannelRules rules, DateTimeOffset after)
    {
        var (local, from) = (new LocalTimes(rules.TimeZone), LocalTimes.Sane(after));
        return rules.Mode switch
        {
            PostingMode.Hourly => local.NextHour(from),
            PostingMode.Daily => local.NextOnce(from, rules.DigestAt),
            PostingMode.Weekly => local.NextOnce(from, rules.DigestAt, rules.DigestOn),
            _ => null,
        };
    }

    /// <summary>The end of the quiet hours that contain this time; null outside of them.</summary>
    public static DateTimeOffset? QuietUntil(ChannelRules rules, DateTimeOffset now)
    {
        if (rules.Quiet is not { } quiet)
            return null;
        var (local, from) = (new LocalTimes(rules.TimeZone), LocalTimes.Sane(now));
        DateTimeOffset? end = null;
        for (var time = from; quiet.Include(TimeOnly.FromDateTime(local.Local(time))); end = time)
            time = local.NextShown(time, quiet.To);
        return end;
    }

    /// <summary>Whether a role may be pinged: not in quiet hours, and not too soon after its last ping.</summary>
    public static bool MayPing(ChannelRules rules, DateTimeOffset now, DateTimeOffset? lastPingAt)
    {
        if (QuietUntil(rules, now) is not null)
            return false;
        return lastPingAt is not { } last || now - last >= rules.PingCoolDown || last - now > ClockTolerance;
    }

    /// <summary>
    /// Whether a story can't have been seen then: later than now, or long before it was published. The clock was wrong, and is right
    /// now, so nobody knows how long the story has waited.
    /// </summary>
    static bool IsOfWrongClock(DateTimeOffset seen, DateTimeOffset now, DateTimeOffset? publishedAt) =>
        seen - now > Adjustment || (publishedAt is { } published && published <= now && published - seen > ClockTolerance);

    static PostingTime ForDigest(ChannelRules rules, PostingMoment moment, DateTimeOffset now, DateTimeOffset heldBackUntil)
    {
        var isDue = moment.IsForDigest && moment.HeldUntil <= moment.Now;
        if (isDue && QuietUntil(rules, now) is null)
            return new PostingTime.Now();

        var digest = isDue ? now : NextDigest(rules, heldBackUntil > now ? heldBackUntil : now)!.Value;
        digest = QuietUntil(rules, digest) ?? digest;
        return new PostingTime.ForDigest(digest, $"the {RuleTexts.Hyphened(rules.Mode.ToString())} digest is due {Written(rules, digest)}");
    }

    /// <summary>When the oldest post that counts toward the limit is an hour old; null if one more is allowed now.</summary>
    static DateTimeOffset? FreeAt(int most, IReadOnlyList<DateTimeOffset> posts, DateTimeOffset now)
    {
        var recent = posts.Select(LocalTimes.Sane)
            .Where(post => now - post < TimeSpan.FromHours(1) && post - now <= ClockTolerance)
            .OrderDescending()
            .Take(most)
            .ToList();
        return recent.Count < most ? null : recent[^1].AddHours(1);
    }

    /// <summary>What the clocks of the channel's time zone show.</summary>
    public static DateTime Local(ChannelRules rules, DateTimeOffset time) => new LocalTimes(rules.TimeZone).Local(LocalTimes.Sane(time));

    /// <summary>The time between two digests; zero for a channel without digests.</summary>
    public static TimeSpan Period(PostingMode mode) => mode switch
    {
        PostingMode.Hourly => TimeSpan.FromHours(1),
        PostingMode.Daily => TimeSpan.FromDays(1),
        PostingMode.Weekly => TimeSpan.FromDays(7),
        _ => TimeSpan.Zero,
    };

    static string Posts(int count) => count == 1 ? "1 post" : $"{count.ToString(CultureInfo.InvariantCulture)} posts";

    static string Written(ChannelRules rules, DateTimeOffset time) =>
        new LocalTimes(rules.TimeZone).Local(time).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)
        + (rules.TimeZone == "UTC" ? " UTC" : $" ({rules.TimeZone})");
}
