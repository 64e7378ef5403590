using Bot.Posting;

namespace Bot.Tests.Posting;

public class DeliveryOutcomeTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    [InlineData(10_000, 3600)]
    public void Trouble_on_the_way_is_tried_again_ever_more_slowly(int attempt, double seconds)
    {
        var outcome = Assert.IsType<DeliveryOutcome.Retry>(DeliveryOutcome.Of(new HttpRequestException("no answer"), attempt));

        Assert.Equal((TimeSpan.FromSeconds(seconds), "Discord could not be reached."), (outcome.After, outcome.Reason));
    }
}
