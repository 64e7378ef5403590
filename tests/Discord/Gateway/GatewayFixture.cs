using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Tests.Gateway;

/// <summary>The gateway client before a real server, which the test plays line by line.</summary>
sealed class GatewayFixture : IAsyncDisposable
{
    readonly HttpClient http = new();
    readonly CancellationTokenSource stop = new();
    readonly Channel<ServerLine> lines = Queues.CreateUnbounded<ServerLine>();
    readonly Channel<GatewayEvent> events = Queues.CreateUnbounded<GatewayEvent>();
    readonly ConcurrentBag<ServerLine> open = [];
    LoopbackServer? server;

    public WatchedClock Clock { get; } = new();
    public RecordingLogger<GatewayClient> Log { get; } = new();
    public GatewayClient Client { get; private set; } = null!;

    /// <summary>Sessions that may still be started; none at all answers 401.</summary>
    public int? SessionsLeft { get; set; } = 1000;

    /// <summary>What the gateway says of identifying side by side.</summary>
    public int MaxConcurrency { get; set; } = 1;

    public int RecommendedShards { get; set; } = 1;

    /// <summary>The enumeration of all events; ends when the client does.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GatewayFixture> StartAsync(int? sessionsLeft = 1000, Func<DiscordOptions, DiscordOptions>? with = null)
    {
        var fixture = new GatewayFixture { SessionsLeft = sessionsLeft };
        fixture.server = await LoopbackServer.StartAsync(fixture.AnswerAsync);
        var options = new DiscordOptions { Token = "hush", ApiBase = new(fixture.server.Address, "/api/v10"), Compress = false };
        options = with?.Invoke(options) ?? options;
        var rest = new DiscordRest(fixture.http, options, new(fixture.Clock), fixture.Clock, new RecordingLogger<DiscordRest>());
        fixture.Client = new(rest, options, fixture.Clock, fixture.Log) { Chance = () => 0.5 };
        return fixture;
    }

    public static async Task<GatewayFixture> ListenAsync(int? sessionsLeft = 1000, Func<DiscordOptions, DiscordOptions>? with = null)
    {
        var fixture = await StartAsync(sessionsLeft, with);
        fixture.Listen();
        return fixture;
    }

    /// <summary>The next connection of the client.</summary>
    public async Task<ServerLine> AcceptAsync() => await lines.Reader.ReadAsync(Ct);

    /// <summary>The next connection, as far as READY.</summary>
    public async Task<ServerLine> AcceptReadyAsync()
    {
        var line = await AcceptAsync();
        await line.HelloAsync();
        await line.ReceiveAsync();
        await ReadyAsync(line);
        return line;
    }

    /// <summary>The answer to an Identify.</summary>
    public async Task ReadyAsync(ServerLine line)
    {
        await line.SendAsync($$$"""
            {"op":0,"t":"READY","s":1,"d":{"user":{"id":"11","username":"newsbot"},"session_id":"6f1c",
             "resume_gateway_url":"{{{Address("/resume")}}}","application":{"id":"11"} } }
            """);
        Assert.IsType<ReadyEvent>(await NextAsync());
    }

    /// <summary>Begins to enumerate, where <see cref="ListenAsync"/> did not.</summary>
    public void Listen() => Listening = ForwardAsync();

    public async Task<GatewayEvent> NextAsync() => await events.Reader.ReadAsync(Ct);

    public Task StopAsync() => stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var line in open)
            line.Dispose();
        await Task.WhenAny(Listening);
        http.Dispose();
        await server!.DisposeAsync();
        stop.Dispose();
    }

    async Task ForwardAsync()
    {
        await foreach (var happened in Client.EventsAsync(stop.Token))
            events.Writer.TryWrite(happened);
    }

    async Task AnswerAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            var line = new ServerLine($"{context.Request.Path}{context.Request.QueryString}", await context.WebSockets.AcceptWebSocketAsync());
            open.Add(line);
            lines.Writer.TryWrite(line);
            await line.Ended;
        }
        else if (SessionsLeft is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            var left = SessionsLeft;
            SessionsLeft = 1000;
            await context.Response.WriteAsync($$$"""
                {"url":"{{{Address("/")}}}","shards":{{{RecommendedShards}}},"session_start_limit":{"total":1000,"remaining":{{{left}}},"reset_after":3600000,"max_concurrency":{{{MaxConcurrency}}}} }
                """);
        }
    }

    Uri Address(string path) => new UriBuilder(server!.Address) { Scheme = "ws", Path = path }.Uri;
}
