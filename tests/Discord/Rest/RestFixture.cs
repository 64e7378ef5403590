using Discord.Rest;
using Microsoft.AspNetCore.Http;

namespace Discord.Tests.Rest;

/// <summary>The client connected to a real server that records requests and sends prepared responses in order.</summary>
sealed class RestFixture : IAsyncDisposable
{
    public const string Posted = """{"id":"100","channel_id":"42"}""";

    readonly Queue<RequestDelegate> answers;
    readonly HttpClient http = new();
    readonly LoopbackServer server;

    RestFixture(Queue<RequestDelegate> answers, LoopbackServer server, List<Request> requests)
    {
        (this.answers, this.server, Requests) = (answers, server, requests);
        Rest = new(http, new() { Token = "hush", ApiBase = new(server.Address, "/api/v10/") }, new(Clock), Clock, Log);
    }

    public WatchedClock Clock { get; } = new();
    public RecordingLogger<DiscordRest> Log { get; } = new();
    public DiscordRest Rest { get; }
    public List<Request> Requests { get; }

    public static async Task<RestFixture> StartAsync(params RequestDelegate[] answers)
    {
        var queue = new Queue<RequestDelegate>(answers);
        var requests = new List<Request>();
        var server = await LoopbackServer.StartAsync(async context =>
        {
            requests.Add(await Request.ReadAsync(context.Request));
            await queue.Dequeue()(context);
        });
        return new(queue, server, requests);
    }

    public static RequestDelegate Answer(int status, string body = "", params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
            await context.Response.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>Breaks the connection during the exchange.</summary>
    public static Task Fault(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Does not respond until the client gives up.</summary>
    public static Task Silence(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    public void AssertAllAnswered() => Assert.Empty(answers);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    /// <param name="Body">The JSON, in a multipart request that of its part <c>payload_json</c>.</param>
    internal sealed record Request(string Line, string Authorization, string UserAgent, string ContentType, string Body)
    {
        /// <summary>For each file: the name of the part, the filename and the text.</summary>
        public IReadOnlyList<string> Files { get; private init; } = [];

        public static async Task<Request> ReadAsync(HttpRequest request)
        {
            var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            var headers = request.Headers;
            return new(
                $"{request.Method} {request.Path}{request.QueryString}",
                headers.Authorization.ToString(), headers.UserAgent.ToString(), headers.ContentType.ToString(),
                form is null ? await TextAsync(request.Body) : form["payload_json"].ToString())
            {
                Files = form is null ? [] : await Task.WhenAll(form.Files.Select(TextAsync)),
            };
        }

        static async Task<string> TextAsync(IFormFile file) =>
            $"{file.Name} {file.FileName} {await TextAsync(file.OpenReadStream())}";

        static async Task<string> TextAsync(Stream stream)
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }
}
