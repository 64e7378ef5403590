using Discord.Models;
using Discord.Rest;
using Microsoft.AspNetCore.Http;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

/// <summary>Proxies, firewalls and captive portals between the bot and Discord: their responses say nothing about Discord.</summary>
public sealed class ForeignResponseTests
{
    const string Page = "<html><body>Access denied</body></html>";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is not a response of Discord's to a request for a message, whatever its status says.</summary>
    public static TheoryData<int, string> Foreign => new()
    {
        { 400, Page },
        { 400, "" },
        { 401, Page },
        { 401, """{"error":"login required"}""" },
        { 403, Page },
        { 403, """{"message":"Forbidden"}""" },
        { 403, """{"message":"Forbidden","code":403}""" },
        { 403, """{"message":"Forbidden","code":"50013"}""" },
        { 403, """{"code":50013}""" },
        { 403, """{"message":"internal network error","code":40333}""" },
        { 403, """{"message":"Missing Access","code":500""" },
        { 403, """[{"message":"Missing Access","code":50001}]""" },
        { 404, "404 page not found" },
        { 404, "null" },
        { 405, Page },
        { 407, Page },
        { 413, Page },
        { 451, Page },
        { 301, "" },
        { 302, Page },
        { 304, "" },
        { 200, Page },
        { 200, "" },
        { 200, "null" },
        { 200, """{"status":"ok"}""" },
        { 200, """{"id":"100","channel_id":""" },
        { 200, "[]" },
        { 204, "" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Foreign_response_is_retried_like_a_lost_one(int status, string body)
    {
        await using var discord = await StartAsync(Answer(status, body), Answer(status, body), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(new(42), new() { Content = "hi", Nonce = "n", EnforceNonce = true }, Ct);
        await discord.Clock.PassAsync(0.5, 1);
        await discord.Clock.PassAsync(1, 2);

        Assert.Equal(new Snowflake(100), (await sending).Id);
        discord.AssertAllAnswered();
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Request_that_must_not_happen_twice_is_left_in_doubt(int status, string body)
    {
        await using var discord = await StartAsync(Answer(status, body));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() =>
            discord.Rest.StartThreadInForumChannelAsync(new(42), new() { Name = "Rates", Message = new() { Content = "hi" } }, Ct));

        Assert.StartsWith("POST /channels/42/threads: 127.0.0.1 did not respond (", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Access denied", fault.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
    }

    [Theory]
    [InlineData(200, Page)]
    [InlineData(200, "")]
    [InlineData(403, Page)]
    [InlineData(302, "")]
    public async Task Page_is_no_success_of_a_request_without_content(int status, string body)
    {
        await using var discord = await StartAsync(Answer(status, body), Answer(204));

        var deleting = discord.Rest.DeleteMessageAsync(new(42), new(100), Ct);
        await discord.Clock.PassAsync(0.5, 1);

        await deleting;
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task Foreign_response_may_hide_a_success()
    {
        await using var discord = await StartAsync(
            Answer(403, Page), Answer(400, """{"message":"Interaction has already been acknowledged.","code":40060}"""));

        var responding = discord.Rest.CreateInteractionResponseAsync(
            new(7), "tok", new() { Type = InteractionResponseType.DeferredChannelMessageWithSource }, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        await responding;
    }

    [Fact]
    public async Task Threads_that_a_page_does_not_list_are_not_known_to_be_none()
    {
        await using var discord = await StartAsync(Answer(200, """{"status":"ok"}"""), Answer(200, """{"threads":[]}"""));

        var listing = discord.Rest.ListActiveGuildThreadsAsync(new(1), Ct);
        await discord.Clock.PassAsync(0.5, 1);

        Assert.Empty((await listing).Threads);
        discord.AssertAllAnswered();
    }

    [Fact]
    public async Task Foreign_refusals_do_not_count_toward_a_ban()
    {
        var answers = Enumerable.Repeat<RequestDelegate>(Answer(403, Page), InvalidRequestLimit.Limit).Append(Answer(200, Posted));
        await using var discord = await StartAsync([.. answers]);
        var message = new CreateMessage { Content = "hi" };

        // A follow-up is exempt from the global limit, for which this test would have to wait.
        Task SendAsync() => discord.Rest.CreateFollowupMessageAsync(new(7), "tok", message, Ct);
        for (var i = 0; i < InvalidRequestLimit.Limit; i++)
            await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        await SendAsync();
    }

    [Fact]
    public async Task Too_many_requests_is_a_rate_limit_whoever_says_so()
    {
        await using var discord = await StartAsync(Answer(429, Page, ("Retry-After", "3")), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(new(42), new() { Content = "hi" }, Ct);
        await discord.Clock.PassAsync(3.05);

        Assert.Equal(new Snowflake(100), (await sending).Id);
    }
}
