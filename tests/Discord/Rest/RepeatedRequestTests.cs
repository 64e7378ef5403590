using System.Net;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

/// <summary>After a lost answer, or a 5xx, nobody knows whether the request was carried out.</summary>
public sealed class RepeatedRequestTests
{
    const string Acknowledged = """{"message":"Interaction has already been acknowledged.","code":40060}""";
    const string Gone = """{"message":"Unknown Message","code":10008}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_could_be_done_twice_is_not_sent_again_after_a_fault_of_Discords()
    {
        await using var discord = await StartAsync(Answer(502));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() =>
            discord.Rest.StartThreadInForumChannelAsync(new(42), new() { Name = "Rates", Message = new() { Content = "hi" } }, Ct));

        Assert.Equal(HttpStatusCode.BadGateway, fault.Status);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task An_interaction_that_was_answered_by_the_first_try_is_answered()
    {
        await using var discord = await StartAsync(Fault, Answer(400, Acknowledged));

        var answering = AnswerAsync(discord);
        await discord.Clock.PassAsync(0.5, 1);

        await answering;
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task An_interaction_that_somebody_else_has_answered_is_not()
    {
        await using var discord = await StartAsync(Answer(400, Acknowledged));

        Assert.Equal(DiscordError.InteractionAlreadyAcknowledged, (await Assert.ThrowsAsync<DiscordApiException>(() => AnswerAsync(discord))).Code);
    }

    [Fact]
    public async Task A_message_that_the_first_try_has_deleted_is_deleted()
    {
        await using var discord = await StartAsync(Answer(503), Answer(404, Gone), Answer(404, Gone));

        var deleting = discord.Rest.DeleteMessageAsync(new(42), new(100), Ct);
        await discord.Clock.PassAsync(0.5, 1);

        await deleting;
        await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.DeleteMessageAsync(new(42), new(100), Ct));
    }

    static Task AnswerAsync(RestFixture discord) =>
        discord.Rest.CreateInteractionResponseAsync(new(7), "tok", new() { Type = InteractionResponseType.DeferredChannelMessageWithSource }, Ct);
}
