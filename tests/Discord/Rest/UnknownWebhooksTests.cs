using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class UnknownWebhooksTests
{
    static readonly Snowflake Application = new(1);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, """{"message":"Unknown Webhook","code":10015}""")]
    [InlineData(401, """{"message":"Invalid Webhook Token","code":50027}""")]
    public async Task A_webhook_that_is_unknown_is_not_called_again(int status, string body)
    {
        await using var discord = await StartAsync(Answer(status, body), Answer(200, Posted));
        await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "old"));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.GetOriginalInteractionResponseAsync(Application, "old", Ct));
        await EditAsync(discord, "new");

        Assert.Equal(
            "GET /webhooks/1/…/messages/@original: 404 Not sent: this webhook was unknown before (10015). An interaction can be answered for 15 minutes.",
            fault.Message);
        Assert.Equal(["PATCH /api/v10/webhooks/1/old/messages/@original", "PATCH /api/v10/webhooks/1/new/messages/@original"], discord.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Those_who_waited_for_an_unknown_webhook_are_sent_away()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown Webhook","code":10015}"""));

        var edits = Enumerable.Range(0, 3).Select(_ => EditAsync(discord, "old")).ToList();

        foreach (var edit in edits)
            Assert.Equal(DiscordError.UnknownWebhook, (await Assert.ThrowsAsync<DiscordApiException>(() => edit)).Code);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task An_interaction_that_is_unknown_has_no_webhook()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown interaction","code":10062}"""));
        await Assert.ThrowsAsync<DiscordApiException>(() =>
            discord.Rest.CreateInteractionResponseAsync(new(7), "old", new() { Type = InteractionResponseType.DeferredChannelMessageWithSource }, Ct));

        await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "old"));

        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task A_follow_up_that_was_deleted_says_nothing_of_its_webhook()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown Message","code":10008}"""), Answer(200, Posted));
        await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.DeleteFollowupMessageAsync(Application, "tok", new(200), Ct));

        await EditAsync(discord, "tok");

        discord.AssertAllAnswered();
    }

    static Task<Message> EditAsync(RestFixture discord, string token) =>
        discord.Rest.EditOriginalInteractionResponseAsync(Application, token, new() { Content = "done" }, Ct);
}
