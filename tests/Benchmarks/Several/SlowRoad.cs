using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Several;

/// <summary>A way to a server on this machine that takes as long as one over the internet.</summary>
sealed class SlowRoad : IDisposable
{
    readonly TcpListener entrance = new(IPAddress.Loopback, 0);
    readonly Uri end;
    readonly TimeSpan oneWay;

    /// <param name="end">Where it leads.</param>
    /// <param name="roundTrip">There and back.</param>
    public SlowRoad(Uri end, TimeSpan roundTrip)
    {
        (this.end, oneWay) = (end, roundTrip / 2);
        entrance.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)entrance.LocalEndpoint).Port}/");

    public void Dispose() => entrance.Dispose();

    async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ForwardAsync(await entrance.AcceptTcpClientAsync());
            }
            catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    async Task ForwardAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient { NoDelay = true })
        {
            client.NoDelay = true;
            await server.ConnectAsync(end.Host, end.Port);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
    }

    async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var (source, target) = (from.GetStream(), to.GetStream());
        var buffer = new byte[64 * 1024];
        try
        {
            while (await source.ReadAsync(buffer) is > 0 and var count)
            {
                await Task.Delay(oneWay);
                await target.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (IOException)
        {
            // One of the two has hung up.
        }
    }
}
