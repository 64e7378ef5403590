using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Posting;
using Desk.Channels;
using Discord.Models;
using Shared;

namespace Bot.Tests.Posting;

public partial class PostingPermissionsTests
{
    [Fact]
    public void The_install_link_of_the_README_asks_for_what_posting_and_charts_need()
    {
        var link = InstallLink().Match(File.ReadAllText(Path.Combine(Checkout.Root, "README.md")));

        Assert.Equal((ulong)PostingPermissions.All, ulong.Parse(link.Groups["permissions"].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_administrator_lacks_nothing() =>
        Assert.Empty(PostingPermissions.MissingFrom(Permissions.Administrator, Destination.Forum, new() { Thread = true }));

    [Theory]
    [InlineData(Destination.Text, "View Channel, Send Messages, Embed Links, Read Message History, Create Public Threads")]
    [InlineData(Destination.Announcement, "View Channel, Send Messages, Embed Links, Read Message History, Create Public Threads")]
    [InlineData(Destination.Forum, "View Channel, Create Posts, Send Messages in Threads, Embed Links, Read Message History")]
    [InlineData(Destination.Thread, "View Channel, Send Messages in Threads, Embed Links, Read Message History")]
    public void What_is_needed_depends_on_the_place_and_the_rules(Destination where, string missing) =>
        Assert.Equal(missing, string.Join(", ", PostingPermissions.MissingFrom(Permissions.None, where, new() { Thread = true })));

    [Fact]
    public void A_role_that_may_be_mentioned_needs_nothing_more()
    {
        var role = new Role { Id = new(9), Mentionable = true };

        Assert.Empty(PostingPermissions.MissingFrom(PostingPermissions.All, Destination.Text, new(), [role]));
        Assert.StartsWith("Mention @everyone",
            Assert.Single(PostingPermissions.MissingFrom(PostingPermissions.All, Destination.Text, new(),
            [role, role with { Mentionable = false }])));
    }

    [GeneratedRegex("client_id=APPLICATION_ID&scope=bot%20applications.commands&permissions=(?<permissions>[0-9]+)")]
    private static partial Regex InstallLink();
}
