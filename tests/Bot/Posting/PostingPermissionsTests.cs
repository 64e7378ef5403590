using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Posting;
using Discord;
using Shared;

namespace Bot.Tests.Posting;

public partial class PostingPermissionsTests
{
    [Fact]
    public void The_install_link_of_the_README_asks_for_what_posting_needs()
    {
        var link = InstallLink().Match(File.ReadAllText(Path.Combine(Checkout.Root, "README.md")));

        Assert.Equal((ulong)PostingPermissions.All, ulong.Parse(link.Groups["permissions"].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_administrator_lacks_nothing() => Assert.Empty(PostingPermissions.MissingFrom(Permissions.Administrator));

    [GeneratedRegex("client_id=APPLICATION_ID&scope=bot%20applications.commands&permissions=(?<permissions>[0-9]+)")]
    private static partial Regex InstallLink();
}
