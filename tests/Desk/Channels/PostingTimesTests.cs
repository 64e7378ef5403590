using System.Globalization;
using CsCheck;
using Desk.Channels;

namespace Desk.Tests.Channels;

/// <summary>Berlin's clocks go from 2:00 to 3:00 on 29 March 2026, and from 3:00 back to 2:00 on 25 October.</summary>
public class PostingTimesTests
{
    static readonly ChannelRules Berlin = new() { TimeZone = "Europe/Berlin" };

    [Theory]
    [InlineData("2026-03-28T23:00Z", "02:30", "2026-03-29T01:30Z")] // skipped: at 3:30
    [InlineData("2026-03-29T01:30Z", "02:30", "2026-03-30T00:30Z")]
    [InlineData("2026-10-24T23:00Z", "02:30", "2026-10-25T00:30Z")] // twice: the first
    [InlineData("2026-10-25T00:30Z", "02:30", "2026-10-26T01:30Z")]
    [InlineData("2026-08-14T06:59Z", "09:00", "2026-08-14T07:00Z")]
    [InlineData("2026-08-14T07:00Z", "09:00", "2026-08-15T07:00Z")]
    [InlineData("2026-12-14T07:00Z", "09:00", "2026-12-14T08:00Z")]
    public void Daily_digest_comes_at_its_local_time(string after, string at, string digest) =>
        Assert.Equal(
            Time(digest),
            PostingTimes.NextDigest(
                Berlin with { Mode = PostingMode.Daily, DigestAt = TimeOnly.Parse(at, CultureInfo.InvariantCulture) },
                Time(after)));

    [Fact]
    public void Any_digest_comes_at_its_local_time_or_moves_with_a_gap() =>
        Gen.Select(AnyRules.When, Gen.Int[0, 11_000_000]).Where(
            (rules, _) => rules.Mode is PostingMode.Daily or PostingMode.Weekly).Sample((rules, minutes) =>
        {
            var digest = PostingTimes.NextDigest(rules, Time("2005-01-01T00:00Z").AddMinutes(minutes))!.Value;
            var zone = TimeZoneInfo.FindSystemTimeZoneById(rules.TimeZone);
            var local = TimeZoneInfo.ConvertTime(digest, zone);
            var forward = zone.GetUtcOffset(digest) - zone.GetUtcOffset(digest.AddDays(-1));

            // Once, a whole day was skipped: Friday, 30 December 2011, in Samoa.
            var isAsMeant = TimeOnly.FromDateTime(local.DateTime) == rules.DigestAt && (
                rules.Mode is PostingMode.Daily || local.DayOfWeek == rules.DigestOn);
            var meant = isAsMeant ? local.DateTime : local.DateTime - forward;
            Assert.Equal(rules.DigestAt, TimeOnly.FromDateTime(meant));
            Assert.True(
                meant == local.DateTime || zone.IsInvalidTime(meant) || forward == TimeSpan.FromDays(1),
                $"{local} for {rules.DigestAt} in {rules.TimeZone}");
            if (rules.Mode is PostingMode.Weekly)
                Assert.Equal(rules.DigestOn, meant.DayOfWeek);
        }, iter: 5000, threads: 1);

    [Fact]
    public void Any_hourly_digest_comes_on_the_hour_within_two_hours() => Gen.Select(
        AnyRules.When,
        Gen.Int[0, 11_000_000]).Sample((rules, minutes) =>
    {
        var after = Time("2005-01-01T00:00Z").AddMinutes(minutes);
        var digest = PostingTimes.NextDigest(rules with { Mode = PostingMode.Hourly }, after)!.Value;

        Assert.InRange(digest, after.AddTicks(1), after.AddHours(2));
        Assert.Equal(0, TimeZoneInfo.ConvertTime(digest, TimeZoneInfo.FindSystemTimeZoneById(rules.TimeZone)).Minute);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Channel_without_digests_has_no_next_digest() => Assert.Null(PostingTimes.NextDigest(Berlin, Time("2026-08-14T12:00Z")));

    [Theory]
    [InlineData("22:00-07:00", "2026-08-14T12:00Z", null)]
    [InlineData("22:00-07:00", "2026-08-14T19:59Z", null)]
    [InlineData("22:00-07:00", "2026-08-14T20:00Z", "2026-08-15T05:00Z")]
    [InlineData("22:00-07:00", "2026-08-15T04:59Z", "2026-08-15T05:00Z")]
    [InlineData("22:00-07:00", "2026-08-15T05:00Z", null)]
    [InlineData("12:00-14:00", "2026-08-14T10:00Z", "2026-08-14T12:00Z")]
    [InlineData("22:00-02:30", "2026-03-28T23:00Z", "2026-03-29T01:00Z")] // ends in a skipped hour: at the end of it
    [InlineData("22:00-02:00", "2026-03-28T23:00Z", "2026-03-29T01:00Z")]
    [InlineData("22:00-03:00", "2026-03-28T23:00Z", "2026-03-29T01:00Z")]
    [InlineData("22:00-03:30", "2026-03-28T23:00Z", "2026-03-29T01:30Z")]
    [InlineData("03:00-02:30", "2026-03-29T00:30Z", "2026-03-30T00:30Z")] // still quiet when the skipped hour is over
    [InlineData("22:00-02:30", "2026-10-24T23:00Z", "2026-10-25T00:30Z")] // ends in an hour that comes twice: twice
    [InlineData("22:00-02:30", "2026-10-25T00:45Z", null)]
    [InlineData("22:00-02:30", "2026-10-25T01:15Z", "2026-10-25T01:30Z")]
    public void Quiet_hours_end_when_clocks_show_or_skip_their_end(string quiet, string now, string? end)
    {
        var rules = RuleFields.All.Of("quiet")!.Read(Berlin, quiet, out _)!;

        Assert.Equal(end is null ? null : Time(end), PostingTimes.QuietUntil(rules, Time(now)));
    }

    [Fact]
    public void Any_quiet_hours_are_over_at_their_end_and_not_a_minute_before() => Gen.Select(
        AnyRules.When,
        Gen.Int[0, 11_000_000]).Sample((rules, minutes) =>
    {
        var now = Time("2005-01-01T00:00Z").AddMinutes(minutes);
        if (PostingTimes.QuietUntil(rules, now) is not { } end)
            return;
        Assert.True(now < end && end <= now.AddDays(2));
        Assert.Null(PostingTimes.QuietUntil(rules, end));
        Assert.NotNull(PostingTimes.QuietUntil(rules, end.AddMinutes(-1)));
    }, iter: 5000, threads: 1);

    [Theory]
    [InlineData("2026-08-14T12:00Z", null, true)]
    [InlineData("2026-08-14T12:00Z", "2026-08-14T11:01Z", false)]
    [InlineData("2026-08-14T12:00Z", "2026-08-14T11:00Z", true)]
    [InlineData("2026-08-14T12:00Z", "2026-08-14T12:30Z", false)] // a clock a little off
    [InlineData("2026-08-14T12:00Z", "2027-08-14T12:00Z", true)] // a clock that was wrong
    [InlineData("2026-08-14T21:00Z", null, false)] // quiet
    public void Role_may_be_pinged_after_the_minimum_time_and_outside_quiet_hours(string now, string? last, bool may) =>
        Assert.Equal(
            may,
            PostingTimes.MayPing(
                Berlin with { Quiet = new(new(22, 0), new(7, 0)) },
                Time(now),
                last is null ? null : Time(last)));

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
