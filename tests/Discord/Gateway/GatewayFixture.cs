using System.Collections.Concurrent;
using System.Threading.Channels;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.AspNetCore.Http;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Tests.Gateway;

/// <summary>The gateway client connected to a real server that the test controls.</summary>
sealed class GatewayFixture : IAsyncDisposable
{
    readonly HttpClient http = new();
    readonly CancellationTokenSource stop = new();
    readonly Channel<ServerConnection> connections = Queues.CreateUnbounded<ServerConnection>();
    readonly Channel<GatewayEvent> events = Queues.CreateUnbounded<GatewayEvent>();
    readonly ConcurrentBag<ServerConnection> open = [];
    LoopbackServer? server;

    public WatchedClock Clock { get; } = new();
    public RecordingLogger<GatewayClient> Log { get; } = new();
    public GatewayClient Client { get; private set; } = null!;

    /// <summary>Sessions that may still be started; null responds with 401.</summary>
    public int? SessionsLeft { get; set; } = 1000;

    /// <summary>Pages of a captive portal, in place of the gateway's address.</summary>
    public Queue<int> Pages { get; } = [];

    public int MaxConcurrency { get; set; } = 1;

    public int RecommendedShards { get; set; } = 1;

    /// <summary>The enumeration of all events. Ends with the client.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GatewayFixture> StartAsync(int? sessionsLeft = 1000, Func<DiscordOptions, DiscordOptions>? with = null)
    {
        var fixture = new GatewayFixture { SessionsLeft = sessionsLeft };
        fixture.server = await LoopbackServer.StartAsync(fixture.AnswerAsync);
        var options = new DiscordOptions { Token = "hush", ApiBase = new(fixture.server.Address, "/api/v10"), Compress = false };
        options = with?.Invoke(options) ?? options;
        var rest = new DiscordRest(fixture.http, options, new(fixture.Clock), fixture.Clock, new RecordingLogger<DiscordRest>());
        fixture.Client = new(rest, options, new PlannedShards(options, fixture.Clock), fixture.Clock, fixture.Log) { Jitter = () => 0.5 };
        return fixture;
    }

    public static async Task<GatewayFixture> ListenAsync(int? sessionsLeft = 1000, Func<DiscordOptions, DiscordOptions>? with = null)
    {
        var fixture = await StartAsync(sessionsLeft, with);
        fixture.Listen();
        return fixture;
    }

    /// <summary>The client's next connection.</summary>
    public async Task<ServerConnection> AcceptAsync() => await connections.Reader.ReadAsync(Ct);

    /// <summary>The client's next connection, up to READY.</summary>
    public async Task<ServerConnection> AcceptReadyAsync()
    {
        var connection = await AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync();
        await ReadyAsync(connection);
        return connection;
    }

    /// <summary>Responds to an Identify.</summary>
    public async Task ReadyAsync(ServerConnection connection)
    {
        await connection.SendAsync($$$"""
            {"op":0,"t":"READY","s":1,"d":{"user":{"id":"11","username":"newsbot"},"session_id":"6f1c",
             "resume_gateway_url":"{{{Address("/resume")}}}","application":{"id":"11"} } }
            """);
        Assert.IsType<ReadyEvent>(await NextAsync());
    }

    /// <summary>Starts the enumeration after <see cref="StartAsync"/>.</summary>
    public void Listen() => Listening = ForwardAsync();

    public async Task<GatewayEvent> NextAsync() => await events.Reader.ReadAsync(Ct);

    public Task StopAsync() => stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var connection in open)
            connection.Dispose();
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
            var address = $"{context.Request.Path}{context.Request.QueryString}";
            var connection = new ServerConnection(address, await context.WebSockets.AcceptWebSocketAsync());
            open.Add(connection);
            connections.Writer.TryWrite(connection);
            await connection.Ended;
        }
        else if (Pages.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("<html>Welcome to the hotel</html>");
        }
        else if (SessionsLeft is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("""{"message":"401: Unauthorized","code":0}""");
        }
        else
        {
            var left = SessionsLeft;
            SessionsLeft = 1000;
            await context.Response.WriteAsync($$$"""
                {"url":"{{{Address("/")}}}","shards":{{{RecommendedShards}}},"session_start_limit":{
                 "total":1000,"remaining":{{{left}}},"reset_after":3600000,"max_concurrency":{{{MaxConcurrency}}}} }
                """);
        }
    }

    Uri Address(string path) => new UriBuilder(server!.Address) { Scheme = "ws", Path = path }.Uri;
}
