using Discord.Models;
using Discord.Rest;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class ExpiredWebhooksTests
{
    static readonly Snowflake Application = new(1);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, """{"message":"Unknown Webhook","code":10015}""")]
    [InlineData(401, """{"message":"Invalid Webhook Token","code":50027}""")]
    public async Task Unknown_webhook_is_not_called_again(int status, string body)
    {
        await using var discord = await StartAsync(Answer(status, body), Answer(200, Posted));
        await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "old"));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "old"));
        await EditAsync(discord, "new");

        Assert.Equal(
            "PATCH /webhooks/1/…/messages/@original: 404 Not sent, because this interaction has expired (10015). "
            + "The interaction has expired. The bot can respond for 15 minutes.",
            fault.Message);
        Assert.Equal(
            ["PATCH /api/v10/webhooks/1/old/messages/@original", "PATCH /api/v10/webhooks/1/new/messages/@original"],
            discord.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Requests_waiting_for_an_unknown_webhook_are_rejected()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown Webhook","code":10015}"""));

        var edits = Enumerable.Range(0, 3).Select(_ => EditAsync(discord, "old")).ToList();

        foreach (var edit in edits)
            Assert.Equal(DiscordError.UnknownWebhook, (await Assert.ThrowsAsync<DiscordApiException>(() => edit)).Code);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Webhook_of_an_unknown_interaction_is_not_called()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown interaction","code":10062}"""));
        await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.CreateInteractionResponseAsync(
            new(7), "old", new() { Type = InteractionResponseType.DeferredChannelMessageWithSource }, Ct));

        await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "old"));

        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Unknown_message_does_not_block_its_webhook()
    {
        await using var discord = await StartAsync(Answer(404, """{"message":"Unknown Message","code":10008}"""), Answer(200, Posted));
        await Assert.ThrowsAsync<DiscordApiException>(() => EditAsync(discord, "tok"));

        await EditAsync(discord, "tok");

        discord.AssertAllAnswered();
    }

    static Task<Message> EditAsync(RestFixture discord, string token) =>
        discord.Rest.EditOriginalInteractionResponseAsync(Application, token, new() { Content = "done" }, Ct);
}
