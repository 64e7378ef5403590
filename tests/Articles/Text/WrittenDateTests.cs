using System.Globalization;
using Articles.Text;

namespace Articles.Tests.Text;

public class WrittenDateTests
{
    [Theory]
    [InlineData("2026-08-14", "2026-08-14T00:00:00")]
    [InlineData("2026-1-5", "2026-01-05T00:00:00")]
    [InlineData("2026-08-14T09:30:00Z", "2026-08-14T09:30:00")]
    [InlineData("2026-08-14t09:30:00z", "2026-08-14T09:30:00")]
    [InlineData("2026-08-14 09:30:00Z", "2026-08-14T09:30:00")]
    [InlineData("2026-08-14T09:30:00+02:00", "2026-08-14T07:30:00")]
    [InlineData("2026-08-14T09:30:00-00:00", "2026-08-14T09:30:00")]
    [InlineData("2026-08-14T09:30:00+23:59", "2026-08-13T09:31:00")]
    [InlineData("2026-11-24T10:30:00.1Z", "2026-11-24T10:30:00.1")]
    [InlineData("2026-11-24T10:30:00.123456789Z", "2026-11-24T10:30:00.1234567")]
    [InlineData("2026-11-24T10:30:00.99999999999999999999999Z", "2026-11-24T10:30:00.9999999")]
    [InlineData("2001-12-15T02:59:43.1Z", "2001-12-15T02:59:43.1")]
    [InlineData("2001-12-14t21:59:43.10-05:00", "2001-12-15T02:59:43.1")]
    [InlineData("2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43.1")]
    [InlineData("2001-12-15 2:59:43.10", "2001-12-15T02:59:43.1")]
    [InlineData("2001-12-15 \t 2:59:43.", "2001-12-15T02:59:43")]
    [InlineData("2001-1-5T2:59:43+5:30", "2001-01-04T21:29:43")]
    [InlineData("2001-12-15 02:59:43\tZ", "2001-12-15T02:59:43")]
    [InlineData("2026-11-24 9:30:00 +0100", "2026-11-24T08:30:00")]
    [InlineData("2026-11-24 9:30", "2026-11-24T09:30:00")]
    [InlineData(" 2026-08-14T09:30Z ", "2026-08-14T09:30:00")]
    [InlineData("1970-01-01", "1970-01-01T00:00:00")]
    [InlineData("2100-12-31T23:59:59Z", "2100-12-31T23:59:59")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59")]
    [InlineData("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:59")]
    [InlineData("1990-12-31T23:59:60.5Z", "1990-12-31T23:59:59.5")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00")]
    public void Timestamp_of_RFC_3339_or_YAML_is_read_as_UTC(string written, string utc)
    {
        var (date, error) = WrittenDate.Read(written);

        Assert.Null(error);
        Assert.Equal(DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture), date);
    }

    [Fact]
    public void Long_text_takes_no_time()
    {
        Assert.NotNull(WrittenDate.Read("2026-08-14 10:00" + new string(' ', 100_000) + "x").Error);
        Assert.NotNull(WrittenDate.Read("2026-08-14T10:00:00." + new string('1', 400) + "Z").Date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-08")]
    [InlineData("20260814")]
    [InlineData("20260814T093000Z")]
    [InlineData("2026-W33-5")]
    [InlineData("2026-226")]
    [InlineData("14.8.2026")]
    [InlineData("2026/08/14")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-08-00")]
    [InlineData("2023-02-29")]
    [InlineData("2026-08-14T24:00:00Z")]
    [InlineData("2026-08-14T09:60:00Z")]
    [InlineData("2026-08-14T09:30:61Z")]
    [InlineData("2026-08-14T10:20:60Z")]
    [InlineData("2026-08-14T09:30:00+24:00")]
    [InlineData("2026-08-14T09:30:00+01:60")]
    [InlineData("2026-08-14T09:30:00 UTC")]
    [InlineData("2026-08-14T09:30:00,5Z")]
    [InlineData("2026-08-14T9Z")]
    [InlineData("2026-08-14Z")]
    [InlineData("2026-08-14T09:30:00+")]
    [InlineData("٢٠٢٦-08-14")]
    [InlineData("1786699800")]
    [InlineData("Fri, 14 Aug 2026 09:30:00 GMT")]
    [InlineData("tomorow")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59.9999999-23:59")]
    public void Anything_else_is_an_error(string written)
    {
        var (date, error) = WrittenDate.Read(written);

        Assert.Null(date);
        Assert.EndsWith(".", error);
    }
}
