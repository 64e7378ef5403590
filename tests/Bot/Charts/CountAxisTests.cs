using Bot.Charts;

namespace Bot.Tests.Charts;

public class CountAxisTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 4)]
    [InlineData(5, 2, 6)]
    [InlineData(9, 5, 10)]
    [InlineData(16, 5, 20)]
    [InlineData(21, 10, 30)]
    [InlineData(140, 50, 150)]
    [InlineData(1_343, 500, 1_500)]
    public void Numbers_are_whole_and_few(int highest, int step, int top) => Assert.Equal(new CountAxis(step, top), CountAxis.To(highest));

    [Fact]
    public void Highest_number_always_fits() => Assert.All(Enumerable.Range(0, 3_000), highest =>
    {
        var axis = CountAxis.To(highest);

        Assert.InRange(axis.Top, highest, Math.Max(4, highest * 2));
        Assert.InRange(axis.Top / axis.Step, 1, 4);
        Assert.Equal(0, axis.Top % axis.Step);
    });
}
