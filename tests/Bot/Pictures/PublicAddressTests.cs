using System.Net;
using System.Net.NetworkInformation;
using Bot.Pictures;

namespace Bot.Tests.Pictures;

public class PublicAddressTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.215.14")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("198.17.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void Address_on_the_internet_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Any_other_address_is_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void Every_address_of_this_machine_is_its_own()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address);

        Assert.All(own, address => Assert.True(OwnNetworks.Contain(address)));
        Assert.False(OwnNetworks.Contain(IPAddress.Parse(PictureServer.PublicAddress)));
    }

    [Theory]
    [InlineData("93.184.215.14", "93.184.215.14", 20, true)]
    [InlineData("93.184.215.14", "93.184.215.15", 20, false)]
    [InlineData("2a00:1450:4001:1::1", "2a00:1450:4001:1:ffff::9", 64, true)]
    [InlineData("2a00:1450:4001:1::1", "2a00:1450:4001:2::1", 64, false)]
    [InlineData("2a00:1450:4001:10::1", "2a00:1450:4001:1f::1", 60, true)]
    [InlineData("2a00:1450:4001:10::1", "2a00:1450:4001:20::1", 60, false)]
    [InlineData("2a00:1450:4001:1::1", "2a00:1450:4001:1::2", 0, false)]
    [InlineData("2a00:1450:4001:1::1", "93.184.215.14", 64, false)]
    public void Neighbors_are_own_with_IPv6_only(string own, string other, int prefix, bool isOwn) =>
        Assert.Equal(isOwn, OwnNetworks.IsIn(IPAddress.Parse(own), IPAddress.Parse(other), prefix));
}
