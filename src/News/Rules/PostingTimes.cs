using System.Globalization;

namespace News.Rules;

/// <summary>When a channel gets a story that its rules let through.</summary>
public static class PostingTimes
{
    /// <summary>What is noted as later than now by more than this was noted by a clock that was wrong, and holds nothing up.</summary>
    static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    /// <summary>
    /// In this order, each of which may settle it:
    /// too old (counted from when these rules would have let it out, so that no waiting that they caused makes it so, and what a digest collects may be as old as the digest's period),
    /// the digest (of a story still held back, the first after that; a digest in quiet hours comes at their end),
    /// the hold-back, quiet hours, the hourly limit (which a digest is not under).
    /// </summary>
    public static PostingTime Decide(ChannelRules rules, PostingMoment moment)
    {
        var now = LocalTimes.Sane(moment.Now);
        var seen = LocalTimes.Sane(moment.FirstSeenAt);
        var heldBackUntil = seen - now > ClockTolerance ? now : seen + rules.HoldBack;
        var dueAt = moment.HeldUntil is { } held && LocalTimes.Sane(held) is var heldUntil && heldUntil > heldBackUntil ? heldUntil : heldBackUntil;
        var patience = rules.TooOldAfter > Period(rules.Mode) ? rules.TooOldAfter : Period(rules.Mode);
        if (now - dueAt > patience)
            return new PostingTime.TooOld($"it could have been posted {SpanText.Of(Rounded(now - dueAt))} ago; at most {SpanText.Of(patience)} is allowed");

        if (rules.Mode is not PostingMode.Instantly)
            return ForDigest(rules, moment, now, heldBackUntil);
        if (heldBackUntil > now)
            return new PostingTime.HoldUntil(heldBackUntil, $"held back for {SpanText.Of(rules.HoldBack)}, so that a correction comes first");
        if (QuietUntil(rules, now) is { } quietEnd)
            return new PostingTime.HoldUntil(quietEnd, $"quiet hours until {Told(rules, quietEnd)}");
        if (rules.MostPerHour is { } most && FreeAt(most, moment.LatestPosts ?? [], now) is { } free)
            return new PostingTime.HoldUntil(free, $"{most.ToString(CultureInfo.InvariantCulture)} were posted within the hour, which is the limit");
        return new PostingTime.Now();
    }

    /// <summary>The first digest after a time, by the channel's clocks: where they skip its hour, that much later; where its hour comes twice, at the first; null for a channel without digests.</summary>
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

    /// <summary>When the quiet hours end that it is in; null outside of them.</summary>
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

    /// <summary>Whether a role may be pinged: not in quiet hours, and not while it cools down from the last ping.</summary>
    public static bool MayPing(ChannelRules rules, DateTimeOffset now, DateTimeOffset? lastPingAt)
    {
        if (QuietUntil(rules, now) is not null)
            return false;
        return lastPingAt is not { } last || now - last >= rules.PingCoolDown || last - now > ClockTolerance;
    }

    static PostingTime ForDigest(ChannelRules rules, PostingMoment moment, DateTimeOffset now, DateTimeOffset heldBackUntil)
    {
        var isDue = moment.IsForDigest && moment.HeldUntil <= moment.Now;
        if (isDue && QuietUntil(rules, now) is null)
            return new PostingTime.Now();

        var digest = isDue ? now : NextDigest(rules, heldBackUntil > now ? heldBackUntil : now)!.Value;
        digest = QuietUntil(rules, digest) ?? digest;
        return new PostingTime.ForDigest(digest, $"for the {RuleTexts.Hyphened(rules.Mode.ToString())} digest of {Told(rules, digest)}");
    }

    /// <summary>When the oldest of the last posts, as many as are allowed, is an hour old; null where one more is allowed now.</summary>
    static DateTimeOffset? FreeAt(int most, IReadOnlyList<DateTimeOffset> posts, DateTimeOffset now)
    {
        var recent = posts.Select(LocalTimes.Sane).Where(post => now - post < TimeSpan.FromHours(1) && post - now <= ClockTolerance).OrderDescending().Take(most).ToList();
        return recent.Count < most ? null : recent[^1].AddHours(1);
    }

    static TimeSpan Period(PostingMode mode) => mode switch
    {
        PostingMode.Hourly => TimeSpan.FromHours(1),
        PostingMode.Daily => TimeSpan.FromDays(1),
        PostingMode.Weekly => TimeSpan.FromDays(7),
        _ => TimeSpan.Zero,
    };

    static TimeSpan Rounded(TimeSpan span) => span > TimeSpan.FromDays(1) ? TimeSpan.FromHours((long)span.TotalHours) : TimeSpan.FromMinutes((long)span.TotalMinutes);

    static string Told(ChannelRules rules, DateTimeOffset time) =>
        new LocalTimes(rules.TimeZone).Local(time).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture) + (rules.TimeZone == "UTC" ? " UTC" : $" ({rules.TimeZone})");
}
