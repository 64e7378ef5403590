using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Bot.Pictures;

/// <summary>This machine, whose addresses may be public, and with IPv6 its neighbors, whose addresses are public at home, too.</summary>
static class OwnNetworks
{
    const int BitsOfByte = 8;

    /// <exception cref="NetworkInformationException">The system doesn't tell.</exception>
    public static bool Contain(IPAddress address) => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Any(own => IsIn(own.Address, address, own.PrefixLength));

    /// <param name="prefix">How many bits of IPv6 addresses are the network's; 0 if that is unknown.</param>
    internal static bool IsIn(IPAddress own, IPAddress other, int prefix)
    {
        var (first, second) = (own.GetAddressBytes(), other.GetAddressBytes());
        if (first.Length != second.Length)
            return false;
        var bits = own.AddressFamily is AddressFamily.InterNetworkV6 && prefix > 0 ? prefix : first.Length * BitsOfByte;
        var (whole, rest) = Math.DivRem(bits, BitsOfByte);
        return first.AsSpan(0, whole).SequenceEqual(second.AsSpan(0, whole))
            && (rest == 0 || (first[whole] ^ second[whole]) >> (BitsOfByte - rest) == 0);
    }
}
