using System.Net;
using System.Net.Sockets;

namespace Bot.Pictures;

/// <summary>
/// Which addresses are on the internet, by https://www.iana.org/assignments/iana-ipv4-special-registry and
/// https://www.iana.org/assignments/iana-ipv6-special-registry. All else is this machine, a private network, or nobody.
/// </summary>
static class PublicAddress
{
    static readonly IPNetwork[] Special = Networks(
        "0.0.0.0/8",          // this network
        "10.0.0.0/8",         // private
        "100.64.0.0/10",      // shared by a provider's customers
        "127.0.0.0/8",        // loopback
        "169.254.0.0/16",     // link-local, and where clouds answer with credentials
        "172.16.0.0/12",      // private
        "192.0.0.0/24",       // protocol assignments
        "192.0.2.0/24",       // documentation
        "192.88.99.0/24",     // 6to4 relays
        "192.168.0.0/16",     // private
        "198.18.0.0/15",      // benchmarking
        "198.51.100.0/24",    // documentation
        "203.0.113.0/24",     // documentation
        "224.0.0.0/4",        // multicast
        "240.0.0.0/4",        // reserved, and broadcast
        "2001::/23",          // protocol assignments, with Teredo and benchmarking
        "2001:db8::/32",      // documentation
        "2002::/16",          // 6to4, which holds an IPv4 address
        "3fff::/20");         // documentation

    /// <summary>
    /// Outside of it is nothing on the internet: neither loopback, private and link-local addresses, nor those that stand for an IPv4
    /// address.
    /// </summary>
    static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address) =>
        // IPNetwork compares these with its bits as if they were IPv4 addresses: ::ffff:8.8.8.8 would be in 2000::/3.
        !address.IsIPv4MappedToIPv6
        && (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
        && !Array.Exists(Special, network => network.Contains(address));

    static IPNetwork[] Networks(params IEnumerable<string> networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
