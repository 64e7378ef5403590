using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Meaning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Summaries;

/// <summary>A real server with OpenAI's API for chats, whose answers the test chooses: also those that no model should give.</summary>
sealed class ChatServer : IAsyncDisposable
{
    public const string Key = "a-secret-key";

    readonly WebApplication app;
    readonly RequestDelegate answer;
    readonly ConcurrentQueue<string> requests = new();
    readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ChatServer(WebApplication app, RequestDelegate answer) => (this.app, this.answer) = (app, answer);

    /// <summary>Each as its method, path and key, then its body.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Completes with the first request.</summary>
    public Task Asked => asked.Task;

    public Uri Endpoint => new(app.Urls.Single() + "/v1");

    public ChatServiceOptions Options => new() { Endpoint = Endpoint, Model = "a-model", Key = Key };

    /// <param name="answer">See <see cref="Says"/>; an empty text if null.</param>
    public static async Task<ChatServer> StartAsync(RequestDelegate? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new ChatServer(app, answer ?? Says(""));
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A model's text, as the protocol has it.</summary>
    public static RequestDelegate Says(string text, string finish = "stop") => Sends($$$"""
        {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "a-model", "choices": [{"index": 0,
         "message": {"role": "assistant", "content": {{{JsonSerializer.Serialize(text)}}}, "refusal": null},
         "finish_reason": "{{{finish}}}"}], "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}
        """);

    public static RequestDelegate Sends(string body, int status = 200, string type = "application/json") => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body, http.RequestAborted);
    };

    /// <summary>Bytes without end.</summary>
    /// <param name="pause">Between each of them.</param>
    public static RequestDelegate SendsForever(string bytes, TimeSpan pause) => async http =>
    {
        http.Response.ContentType = "application/json";
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.WriteAsync(bytes, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(pause, http.RequestAborted);
        }
    };

    public static RequestDelegate RedirectsTo(Uri elsewhere) => http =>
    {
        http.Response.StatusCode = 307;
        http.Response.Headers.Location = elsewhere.ToString();
        return Task.CompletedTask;
    };

    async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        requests.Enqueue($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.Authorization}\n{body}");
        asked.TrySetResult();
        try
        {
            await answer(http);
        }
        catch (OperationCanceledException)
        {
            // The client had enough.
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
