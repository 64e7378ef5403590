using System.Net;
using System.Text;
using Bot.Summaries;
using Microsoft.Extensions.AI;

namespace Bot.Tests.Summaries;

/// <summary>With a real server that speaks the protocol, or doesn't.</summary>
public sealed class ChatEndpointTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_are_sent_and_the_text_comes_back()
    {
        await using var server = await ChatServer.StartAsync(ChatServer.Says("Fähren fallen aus."));
        using var endpoint = At(server);

        var response = await endpoint.GetResponseAsync(
            [new(ChatRole.System, "Answer."), new(ChatRole.User, "Fähren?")],
            new() { Temperature = 0, MaxOutputTokens = 500 },
            Ct);

        Assert.Equal("Fähren fallen aus.", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        var messages = """[{"role":"system","content":"Answer."},{"role":"user","content":"F\u00E4hren?"}]""";
        Assert.Equal(
            [$"POST /v1/chat/completions Bearer {ChatServer.Key}\n"
                + $$"""{"model":"a-model","messages":{{messages}},"temperature":0,"max_tokens":500,"stream":false}"""],
            server.Requests);
    }

    [Fact]
    public async Task Text_comes_at_once_where_a_stream_is_wanted()
    {
        await using var server = await ChatServer.StartAsync(ChatServer.Says("Ferries stop."));
        using var endpoint = At(server);

        var updates = await endpoint.GetStreamingResponseAsync("Ferries?", cancellationToken: Ct).ToListAsync(Ct);

        Assert.Equal("Ferries stop.", string.Concat(updates.Select(update => update.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"error": {"message": "no"}}""")]
    [InlineData("""{"choices": null}""")]
    [InlineData("""{"choices": []}""")]
    [InlineData("""{"choices": [null]}""")]
    [InlineData("""{"choices": [{"message": null}]}""")]
    [InlineData("""{"choices": [{"text": "old protocol"}]}""")]
    [InlineData("""{"choices": [{"message": {"content": 7}}]}""")]
    [InlineData("""{"choices": [{"message": {"content": "\ud800"}}]}""")]
    [InlineData("""{"choices": [{"message": {"content": "cut""")]
    public async Task Answer_without_a_message_is_a_failure(string answer)
    {
        await using var server = await ChatServer.StartAsync(ChatServer.Sends(answer));
        using var endpoint = At(server);

        var failure = await Assert.ThrowsAsync<IOException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));

        Assert.DoesNotContain(ChatServer.Key, failure.ToString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_failure()
    {
        byte[] invalid = [.. Encoding.ASCII.GetBytes("""{"choices": [{"message": {"content": """), (byte)'"', 0xFF, 0xFE, .. "\"}}]}"u8];
        await using var server = await ChatServer.StartAsync(async http => await http.Response.Body.WriteAsync(invalid, Ct));
        using var endpoint = At(server);

        await Assert.ThrowsAsync<IOException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Refusal_of_the_service_is_a_failure_that_shows_neither_key_nor_page(int status)
    {
        await using var server = await ChatServer.StartAsync(
            ChatServer.Sends($"<html>Wrong key {ChatServer.Key}</html>", status, "text/html"));
        using var endpoint = At(server);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));

        Assert.Equal($"{server.Endpoint}/chat/completions answered with HTTP {status}.", failure.Message);
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var elsewhere = await ChatServer.StartAsync(ChatServer.Says("Buy."));
        await using var server = await ChatServer.StartAsync(ChatServer.RedirectsTo(elsewhere.Endpoint));
        using var endpoint = At(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Endless_answer_is_given_up_when_it_is_too_long()
    {
        var block = new string(' ', 16 * 1024);
        await using var server = await ChatServer.StartAsync(ChatServer.SendsForever(block, TimeSpan.Zero));
        using var endpoint = At(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));
    }

    [Fact]
    public async Task Service_that_is_down_is_a_failure()
    {
        using var endpoint = ChatEndpoint.At(new("http://127.0.0.1:9/v1"), "a-model", ChatServer.Key);

        await Assert.ThrowsAsync<HttpRequestException>(() => endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct));
    }

    [Theory]
    [InlineData("""{"content": null, "refusal": "I can't help with that."}""", "stop", "content_filter")]
    [InlineData("""{"content": null, "tool_calls": [{"id": "1", "function": {"name": "run"}}]}""", "stop", "tool_calls")]
    [InlineData("""{"content": "Ferries"}""", "length", "length")]
    [InlineData("""{"content": null}""", "stop", "stop")]
    public async Task Reason_why_there_is_no_whole_text_is_kept(string message, string said, string reason)
    {
        await using var server = await ChatServer.StartAsync(
            ChatServer.Sends($$"""{"choices": [{"message": {{message}}, "finish_reason": "{{said}}"}]}"""));
        using var endpoint = At(server);

        var response = await endpoint.GetResponseAsync("Ferries?", cancellationToken: Ct);

        Assert.Equal(reason, response.FinishReason?.Value);
    }

    static ChatEndpoint At(ChatServer server) => ChatEndpoint.At(server.Endpoint, "a-model", ChatServer.Key);
}
