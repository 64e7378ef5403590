using Desk.Archive.Questions;

namespace Desk.Tests.Archive.Questions;

/// <summary>Asked on Friday, October 1, 2021.</summary>
public sealed class TimeReaderTests
{
    static readonly DateTimeOffset Now = new(2021, 10, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly ArchiveNames Nothing = new([], [], []);

    [Theory]
    [InlineData("what happened yesterday", "2021-09-30", "2021-10-01")]
    [InlineData("news from today", "2021-10-01", "2021-10-02")]
    [InlineData("anything last week?", "2021-09-20", "2021-09-27")]
    [InlineData("this week", "2021-09-27", "2021-10-04")]
    [InlineData("last month", "2021-09-01", "2021-10-01")]
    [InlineData("this month", "2021-10-01", "2021-11-01")]
    [InlineData("last year", "2020-01-01", "2021-01-01")]
    [InlineData("last quarter", "2021-07-01", "2021-10-01")]
    [InlineData("in March 2021", "2021-03-01", "2021-04-01")]
    [InlineData("in march", "2021-03-01", "2021-04-01")]
    [InlineData("in December", "2020-12-01", "2021-01-01")]
    [InlineData("since 2021", "2021-01-01", null)]
    [InlineData("since June", "2021-06-01", null)]
    [InlineData("since last week", "2021-09-20", null)]
    [InlineData("after August 15", "2021-08-16", null)]
    [InlineData("before 2021", null, "2021-01-01")]
    [InlineData("until march 2021", null, "2021-04-01")]
    [InlineData("3 days ago", "2021-09-28", "2021-09-29")]
    [InlineData("two weeks ago", "2021-09-13", "2021-09-20")]
    [InlineData("a month ago", "2021-09-01", "2021-10-01")]
    [InlineData("on September 21", "2021-09-21", "2021-09-22")]
    [InlineData("on the 21st of September", "2021-09-21", "2021-09-22")]
    [InlineData("September 21, 2020", "2020-09-21", "2020-09-22")]
    [InlineData("2021-09-21", "2021-09-21", "2021-09-22")]
    [InlineData("on Monday", "2021-09-27", "2021-09-28")]
    [InlineData("between May and July 2021", "2021-05-01", "2021-08-01")]
    [InlineData("from January to March 2021", "2021-01-01", "2021-04-01")]
    [InlineData("in Q2 2021", "2021-04-01", "2021-07-01")]
    [InlineData("in 2020", "2020-01-01", "2021-01-01")]
    [InlineData("over the last weekend", "2021-09-25", "2021-09-27")]
    [InlineData("summer 2021", "2021-06-01", "2021-09-01")]
    [InlineData("last spring", "2021-03-01", "2021-06-01")]
    [InlineData("in winter", "2020-12-01", "2021-03-01")]
    [InlineData("in the first half of 2021", "2021-01-01", "2021-07-01")]
    [InlineData("H2 2020", "2020-07-01", "2021-01-01")]
    [InlineData("early 2021", "2021-01-01", "2021-05-02")]
    [InlineData("late August 2021", "2021-08-21", "2021-09-01")]
    [InlineData("prior to 2021", null, "2021-01-01")]
    [InlineData("up to March 2021", null, "2021-04-01")]
    [InlineData("from August 2021 onwards", "2021-08-01", null)]
    [InlineData("from August on", "2021-08-01", null)]
    [InlineData("between 1 and 15 September 2021", "2021-09-01", "2021-09-16")]
    [InlineData("September 1 - 15", "2021-09-01", "2021-09-16")]
    [InlineData("the week of September 13", "2021-09-13", "2021-09-20")]
    [InlineData("the first week of Feb 2021", "2021-02-01", "2021-02-08")]
    [InlineData("the day before yesterday", "2021-09-29", "2021-09-30")]
    [InlineData("last October's news", "2020-10-01", "2020-11-01")]
    [InlineData("ISV stuff from March '21", "2021-03-01", "2021-04-01")]
    [InlineData("09/2021", "2021-09-01", "2021-10-01")]
    [InlineData("im Sommer 2021", "2021-06-01", "2021-09-01")]
    [InlineData("letzte Woche", "2021-09-20", "2021-09-27")]
    [InlineData("vor drei Tagen", "2021-09-28", "2021-09-29")]
    [InlineData("seit gestern", "2021-09-30", null)]
    [InlineData("im März 2021", "2021-03-01", "2021-04-01")]
    [InlineData("la semaine dernière", "2021-09-20", "2021-09-27")]
    [InlineData("il y a 3 jours", "2021-09-28", "2021-09-29")]
    [InlineData("depuis août 2021", "2021-08-01", null)]
    [InlineData("la semana pasada", "2021-09-20", "2021-09-27")]
    [InlineData("hace tres días", "2021-09-28", "2021-09-29")]
    [InlineData("en septiembre de 2021", "2021-09-01", "2021-10-01")]
    [InlineData("semana passada", "2021-09-20", "2021-09-27")]
    [InlineData("há 2 dias", "2021-09-29", "2021-09-30")]
    [InlineData("ontem", "2021-09-30", "2021-10-01")]
    [InlineData("news 24/08/2021", "2021-08-24", "2021-08-25")]
    [InlineData("published on 8/24/2021", "2021-08-24", "2021-08-25")]
    [InlineData("published on 9/8/2021", "2021-09-08", "2021-09-09")]
    [InlineData("veröffentlicht am 9/8/2021", "2021-08-09", "2021-08-10")]
    [InlineData("mid-July 2021", "2021-07-11", "2021-07-21")]
    [InlineData("jan-mar 2021", "2021-01-01", "2021-04-01")]
    [InlineData("first quarter of 2021", "2021-01-01", "2021-04-01")]
    [InlineData("the third quarter of last year", "2020-07-01", "2020-10-01")]
    [InlineData("zweites Quartal 2021", "2021-04-01", "2021-07-01")]
    [InlineData("premier trimestre 2021", "2021-01-01", "2021-04-01")]
    [InlineData("first half of last year", "2020-01-01", "2020-07-01")]
    [InlineData("second half of August 2021", "2021-08-16", "2021-09-01")]
    [InlineData("first half of February 2021", "2021-02-01", "2021-02-15")]
    [InlineData("end of last year", "2020-09-01", "2021-01-01")]
    [InlineData("summer of last year", "2020-06-01", "2020-09-01")]
    [InlineData("since the start of the year", "2021-01-01", null)]
    [InlineData("since the beginning of the month", "2021-10-01", null)]
    [InlineData("year to date", "2021-01-01", "2022-01-01")]
    [InlineData("no later than January 2021", null, "2021-02-01")]
    [InlineData("no earlier than June 2021", "2021-06-01", null)]
    [InlineData("throughout 2020", "2020-01-01", "2021-01-01")]
    [InlineData("year 2020", "2020-01-01", "2021-01-01")]
    [InlineData("portals, 2020", "2020-01-01", "2021-01-01")]
    [InlineData("2019 articles", "2019-01-01", "2020-01-01")]
    [InlineData("back in May", "2021-05-01", "2021-06-01")]
    [InlineData("last Friday", "2021-09-24", "2021-09-25")]
    [InlineData("this morning", "2021-10-01", "2021-10-02")]
    public void Times_are_understood(string question, string? since, string? until)
    {
        var filters = QuestionReader.Read(question, Nothing, Now).Filters;

        Assert.Equal((since, until), ($"{filters.Since:yyyy-MM-dd}".NullIfEmpty(), $"{filters.Until:yyyy-MM-dd}".NullIfEmpty()));
    }

    [Theory]
    [InlineData("in the last 10 days", 10)]
    [InlineData("over the past 3 weeks", 21)]
    [InlineData("les 3 derniers jours", 3)]
    [InlineData("in the last week", 7)]
    [InlineData("past week", 7)]
    [InlineData("in the last 48 hours", 2)]
    [InlineData("newer than 3 days", 3)]
    [InlineData("los últimos 5 días", 5)]
    [InlineData("in den letzten zwei Wochen", 14)]
    [InlineData("the past fortnight", 14)]
    [InlineData("in the last couple of weeks", 14)]
    [InlineData("in the last 24h", 1)]
    [InlineData("past 7d", 7)]
    public void Recent_times_reach_until_now(string question, int days)
    {
        var filters = QuestionReader.Read(question, Nothing, Now).Filters;

        Assert.Equal((Now.AddDays(-days), null), (filters.Since, filters.Until));
    }

    [Theory]
    [InlineData("what is in the 2021 release wave 2")]
    [InlineData("2021 release wave plans")]
    [InlineData("may I share an app")]
    [InlineData("how to march on")]
    [InlineData("who was last")]
    [InlineData("better than half")]
    [InlineData("fall in prices")]
    [InlineData("how to turn it on later")]
    [InlineData("the second update")]
    [InlineData("in the last 99999999999999 days")]
    [InlineData("plans for 2022")]
    [InlineData("what is planned for 2021 by the team")]
    [InlineData("back up the year")]
    [InlineData("read-only and check-in")]
    public void Other_words_are_no_times(string question)
    {
        var filters = QuestionReader.Read(question, Nothing, Now).Filters;

        Assert.Equal((null, null), (filters.Since, filters.Until));
    }

    [Theory]
    [InlineData("9999 years ago")]
    [InlineData("in the last 9999 weeks")]
    [InlineData("since 0001-01-01")]
    [InlineData("before 9999-12-31")]
    [InlineData("last last last week week ago since until between and")]
    public void Impossible_times_do_no_harm(string question) => Assert.NotNull(QuestionReader.Read(question, Nothing, Now));
}

file static class Texts
{
    public static string? NullIfEmpty(this string text) => text.Length == 0 ? null : text;
}
