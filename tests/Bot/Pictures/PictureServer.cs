using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Bot.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Pictures;

/// <summary>A real server that stands for every host of the internet, and records who was connected to and what was asked.</summary>
sealed class PictureServer : IAsyncDisposable
{
    public const string PublicAddress = "93.184.215.14";

    readonly WebApplication app;
    readonly ConcurrentQueue<string> requests = new();
    readonly ConcurrentQueue<string> connections = new();
    readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    PictureServer(WebApplication app) => this.app = app;

    /// <summary>Each as its host and path.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>The addresses and ports that the bot meant to connect to.</summary>
    public IReadOnlyList<string> Connections => [.. connections];

    /// <summary>Completes with the first request.</summary>
    public Task Asked => asked.Task;

    public static async Task<PictureServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new PictureServer(app);
        app.Run(http =>
        {
            server.requests.Enqueue($"{http.Request.Host}{http.Request.Path}");
            server.asked.TrySetResult();
            return answer(http);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The same file for every request.</summary>
    public static Task<PictureServer> StartAsync(byte[] file) => StartAsync(http => http.Response.Body.WriteAsync(file).AsTask());

    /// <param name="addresses">Of a host; a public one if null.</param>
    public PublicConnector Connector(Func<string, IEnumerable<string>>? addresses = null) => new()
    {
        ResolveAsync = (host, _) => Task.FromResult<IPAddress[]>(
            IPAddress.TryParse(host, out var literal)
                ? [literal]
                : [.. (addresses?.Invoke(host) ?? [PublicAddress]).Select(IPAddress.Parse)]),
        OpenAsync = async (address, ct) =>
        {
            connections.Enqueue(address.ToString());
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.Single()).Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
