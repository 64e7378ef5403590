using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using static LocalDiscord.Guilds.Permissions;

namespace LocalDiscord.Tests.Guilds;

public sealed class PermissionRulesTests
{
    [Fact]
    public void Permissions_of_roles_add_up() =>
        Assert.Equal(ViewChannel | SendMessages | ManageMessages, InChannel(roles: [ViewChannel | SendMessages, ManageMessages]));

    [Fact]
    public void Without_View_Channel_there_are_no_permissions() =>
        Assert.Equal(0UL, InChannel([ViewChannel | SendMessages], Overwrite("1", deny: ViewChannel)));

    [Fact]
    public void Without_Send_Messages_there_are_no_embeds_or_pings() =>
        Assert.Equal(
            ViewChannel, InChannel([ViewChannel | SendMessages | EmbedLinks | MentionEveryone], Overwrite("1", deny: SendMessages)));

    [Fact]
    public void Role_overwrite_beats_the_everyone_overwrite() =>
        Assert.Equal(
            ViewChannel | SendMessages,
            InChannel([ViewChannel, 0], Overwrite("1", deny: SendMessages), Overwrite("2", allow: SendMessages)));

    [Fact]
    public void Allow_of_one_role_beats_deny_of_another() =>
        Assert.Equal(
            ViewChannel | SendMessages,
            InChannel([ViewChannel, 0, 0], Overwrite("2", allow: SendMessages), Overwrite("3", deny: SendMessages)));

    [Fact]
    public void Member_overwrite_beats_role_overwrites() =>
        Assert.Equal(ViewChannel, InChannel([ViewChannel, 0], Overwrite("2", allow: SendMessages), Overwrite("9", deny: SendMessages)));

    [Fact]
    public void Administrator_has_every_permission() =>
        Assert.Equal(All, InChannel([Administrator], Overwrite("1", deny: ViewChannel)));

    /// <summary>Role 1 is @everyone; the member, 9, holds all of them.</summary>
    static ulong InChannel(ulong[] roles, params JsonObject[] overwrites)
    {
        var ids = roles.Select((_, i) => $"{i + 1}").ToArray();
        var guild = new JsonObject { ["id"] = "1", ["owner_id"] = "8" };
        var member = new JsonObject { ["user"] = new JsonObject { ["id"] = "9" }, ["roles"] = new JsonArray(
            [.. ids.Skip(1).Select(id => (JsonNode)id)]) };
        var channel = new JsonObject { ["permission_overwrites"] = new JsonArray(overwrites) };
        return PermissionRules.InChannel(
            guild, ids.Zip(roles, (id, bits) => new JsonObject { ["id"] = id, ["permissions"] = $"{bits}" }), channel, member);
    }

    static JsonObject Overwrite(string id, ulong allow = 0, ulong deny = 0) =>
        new() { ["id"] = id, ["allow"] = $"{allow}", ["deny"] = $"{deny}" };
}
