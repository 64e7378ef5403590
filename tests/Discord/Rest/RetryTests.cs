using System.Net;
using Discord.Models;
using Discord.Rest;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

/// <summary>After a lost response or a 5xx status, it is unknown whether Discord executed the request.</summary>
public sealed class RetryTests
{
    const string Acknowledged = """{"message":"Interaction has already been acknowledged.","code":40060}""";
    const string Gone = """{"message":"Unknown Message","code":10008}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Does_not_retry_what_could_happen_twice_after_a_server_error()
    {
        await using var discord = await StartAsync(Answer(502));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() =>
            discord.Rest.StartThreadInForumChannelAsync(new(42), new() { Name = "Rates", Message = new() { Content = "hi" } }, Ct));

        Assert.Equal(HttpStatusCode.BadGateway, fault.Status);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Retry_of_an_acknowledged_response_succeeds()
    {
        await using var discord = await StartAsync(Fault, Answer(400, Acknowledged));

        var responding = RespondAsync(discord);
        await discord.Clock.PassAsync(0.5, 1);

        await responding;
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task Interaction_acknowledged_by_somebody_else_is_an_error()
    {
        await using var discord = await StartAsync(Answer(400, Acknowledged));

        var fault = await Assert.ThrowsAsync<DiscordApiException>(() => RespondAsync(discord));
        Assert.Equal(DiscordError.InteractionAlreadyAcknowledged, fault.Code);
    }

    [Fact]
    public async Task Retry_of_a_successful_deletion_succeeds()
    {
        await using var discord = await StartAsync(Answer(503), Answer(404, Gone), Answer(404, Gone));

        var deleting = discord.Rest.DeleteMessageAsync(new(42), new(100), Ct);
        await discord.Clock.PassAsync(0.5, 1);

        await deleting;
        await Assert.ThrowsAsync<DiscordApiException>(() => discord.Rest.DeleteMessageAsync(new(42), new(100), Ct));
    }

    [Fact]
    public async Task Message_is_not_repeated_once_its_nonce_may_be_forgotten()
    {
        // Discord has posted it, and the answer is lost. A minute's silence, or a process that was stopped, takes as long as it takes.
        await using var discord = await StartAsync(Fault, Answer(200, Posted));

        var posting = discord.Rest.CreateMessageAsync(new(42), new() { Content = "hi", Nonce = "n1", EnforceNonce = true }, Ct);
        await discord.Clock.WaitAsync(0.5, 1);
        discord.Clock.Advance(TimeSpan.FromSeconds(121));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => posting);
        Assert.Contains("too late to repeat it", fault.Message);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Message_that_waits_for_a_rate_limit_is_sent_however_long_that_takes()
    {
        var slow = Answer(429, """{"message":"slow","retry_after":50}""", ("Retry-After", "50"), ("X-RateLimit-Scope", "user"));
        await using var discord = await StartAsync(slow, slow, slow, Answer(200, Posted));

        var posting = discord.Rest.CreateMessageAsync(new(42), new() { Content = "hi", Nonce = "n1", EnforceNonce = true }, Ct);
        for (var limit = 0; limit < 3; limit++)
            await discord.Clock.PassAsync(49, 51);

        Assert.Equal(new Snowflake(100), (await posting).Id);
    }

    static Task RespondAsync(RestFixture discord) => discord.Rest.CreateInteractionResponseAsync(
        new(7), "tok", new() { Type = InteractionResponseType.DeferredChannelMessageWithSource }, Ct);
}
