using System.Net;
using System.Net.Sockets;

namespace Bot.Pictures;

/// <summary>
/// Connects to hosts on the internet and to no others. A name is resolved once, and the connection goes to the address that was checked:
/// what the name's owner answers next changes nothing.
/// </summary>
sealed class PublicConnector
{
    /// <summary>A host's addresses. A test answers for it.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } =
        (host, ct) => Dns.GetHostAddressesAsync(host, ct);

    /// <summary>Only ever called with an address that was checked. A test leads it to a server of its own.</summary>
    internal Func<IPEndPoint, CancellationToken, Task<Stream>> OpenAsync { get; init; } = OpenSocketAsync;

    /// <exception cref="PictureException">One of the host's addresses isn't on the internet.</exception>
    /// <exception cref="SocketException">The host has no address, or none that answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken ct)
    {
        var addresses = await ResolveAsync(host.Host, ct);
        if (Array.Find(addresses, address => !PublicAddress.Is(address) || OwnNetworks.Contain(address)) is { } inside)
            throw new PictureException($"host {host.Host} has the address {inside}, which is on this machine or in a private network");

        // A machine without IPv6 may have a card that pretends to have it.
        var inTurn = addresses.OrderBy(address => address.AddressFamily is AddressFamily.InterNetworkV6).ToList();
        foreach (var address in inTurn.SkipLast(1))
        {
            try
            {
                return await OpenAsync(new(address, host.Port), ct);
            }
            catch (SocketException)
            {
                // The next one may answer.
            }
        }

        return inTurn is [.., var last]
            ? await OpenAsync(new(last, host.Port), ct)
            : throw new SocketException((int)SocketError.HostNotFound);
    }

    static async Task<Stream> OpenSocketAsync(IPEndPoint address, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
