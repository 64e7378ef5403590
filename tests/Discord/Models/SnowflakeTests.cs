using Discord.Models;

namespace Discord.Tests.Models;

public sealed class SnowflakeTests
{
    [Fact]
    public void Contains_its_creation_time() => Assert.Equal(
        new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero),
        Snowflake.Parse("175928847299117063").CreatedAt);

    [Fact]
    public void Reads_the_largest_id() => Assert.Equal(ulong.MaxValue, Snowflake.Parse("18446744073709551615").Value);

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("12 ")]
    [InlineData("news")]
    [InlineData("18446744073709551616")]
    public void Invalid_text_is_rejected_and_quoted(string text)
    {
        Assert.False(Snowflake.TryParse(text, out _));
        Assert.Contains($"\"{text}\"", Assert.Throws<FormatException>(() => Snowflake.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_its_digits() => Assert.Equal("1210000000000000001", new Snowflake(1210000000000000001).ToString());
}
