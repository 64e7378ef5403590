using Bot.Charts;
using Bot.Texts;

namespace Bot.Tests.Charts;

public class TimeStepTests
{
    [Theory]
    [InlineData("00:20", 18, "00:05")]
    [InlineData("01:29", 18, "00:05")]
    [InlineData("01:30", 18, "00:10")]
    [InlineData("06:00", 18, "00:30")]
    [InlineData("1.00:00", 18, "02:00")]
    [InlineData("7.00:00", 18, "12:00")]
    [InlineData("30.00:00", 18, "2.00:00")]
    [InlineData("3650.00:00", 5, "1092.00:00")]
    public void Step_is_the_shortest_that_leaves_few_enough(string length, int most, string step) =>
        Assert.Equal(TimeSpan.Parse(step), TimeStep.For(TimeSpan.Parse(length), most));

    [Fact]
    public void Steps_are_never_too_many() => Assert.All(
        Enumerable.Range(0, 40).Select(power => TimeSpan.FromMinutes(Math.Pow(1.5, power))),
        length => Assert.InRange(length / TimeStep.For(length, most: 18), 0, 18));

    [Theory]
    [InlineData("01:30", "00:30", "90 min")]
    [InlineData("03:00", "01:00", "3 h")]
    [InlineData("1.12:00", "12:00", "36 h")]
    [InlineData("1.00:00", "1.00:00", "1 day")]
    [InlineData("14.00:00", "7.00:00", "14 days")]
    public void Times_are_in_the_unit_of_their_step(string time, string step, string text) =>
        Assert.Equal(text, TimeStep.Text(TimeSpan.Parse(time), TimeSpan.Parse(step), BotTexts.English.Charts));

    [Theory]
    [InlineData("00:30:10", "31 min")]
    [InlineData("02:00:00", "2 h")]
    [InlineData("05:30:00", "6 h")]
    [InlineData("2.01:00:00", "3 days")]
    public void Lengths_are_rounded_up(string time, string text) =>
        Assert.Equal(text, TimeStep.Rounded(TimeSpan.Parse(time), BotTexts.English.Charts));
}
