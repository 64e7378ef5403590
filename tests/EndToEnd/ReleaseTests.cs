using System.Xml.Linq;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The profile that the release is published with, and what docs/operators.md says about it.</summary>
[Trait("Engine", "SQLite")]
public sealed class ReleaseTests
{
    static readonly Document Operators = new("docs/operators.md");

    static readonly XDocument Profile = XDocument.Load(
        Path.Combine(Checkout.Root, "src/Bot/Properties/PublishProfiles/release.pubxml"));

    [Theory]
    [InlineData("PublishAot", "true")]
    [InlineData("RuntimeIdentifier", "linux-x64")]
    [InlineData("CopyOutputSymbolsToPublishDirectory", "false")]
    public void Release_is_native_and_has_no_debug_symbols_beside_it(string name, string value) => Assert.Equal(value, Property(name));

    [Fact]
    public void Image_has_the_documented_base_and_its_user_is_not_root()
    {
        Assert.Contains($"`{Property("ContainerBaseImage")}`", Operators.Text, StringComparison.Ordinal);
        Assert.Contains($"user {Property("ContainerUser")}, not root", Operators.Text, StringComparison.Ordinal);
    }

    static string Property(string name) => Profile.Descendants("PropertyGroup").Elements(name).Single().Value;
}
