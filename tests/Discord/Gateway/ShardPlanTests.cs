using Discord.Gateway;

namespace Discord.Tests.Gateway;

public sealed class ShardPlanTests
{
    [Theory]
    [InlineData("auto", 2, "0/2 1/2")]
    [InlineData("Auto", 0, "0/1")]
    [InlineData("1", 9, "0/1")]
    [InlineData("3", 9, "0/3 1/3 2/3")]
    [InlineData("0-3/8", 1, "0/8 1/8 2/8 3/8")]
    [InlineData(" 4-7/8 ", 1, "4/8 5/8 6/8 7/8")]
    [InlineData("5/8", 1, "5/8")]
    public void Lists_the_shards_of_this_process(string text, int recommended, string shards) =>
        Assert.Equal(shards, string.Join(" ", ShardPlan.Parse(text).Shards(recommended)));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("some")]
    [InlineData("0-8/8")]
    [InlineData("3-1/8")]
    [InlineData("8/8")]
    [InlineData("0-3")]
    public void Invalid_text_is_rejected_with_examples(string text) => Assert.Equal(
        $"Discord:Shards \"{text}\" is not valid. Write auto, a number such as 4, or a range and a total such as 0-3/8.",
        Assert.Throws<FormatException>(() => ShardPlan.Parse(text)).Message);
}
