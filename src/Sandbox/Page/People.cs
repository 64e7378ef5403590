using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>Whom a request acts as, in which channel, and with which commands.</summary>
sealed class People(World world)
{
    static readonly IReadOnlyDictionary<string, string> Roles = new Dictionary<string, string>
    {
        ["member"] = Seed.MemberId,
        ["moderator"] = Seed.ModeratorId,
    };

    /// <summary>Those that somebody at the page can be.</summary>
    public JsonArray ToJson() => new([.. Roles.Select(role =>
    {
        var user = world.Guild.User(role.Value);
        return (JsonNode)new JsonObject
        {
            ["id"] = role.Value,
            ["username"] = user.Text("username"),
            ["global_name"] = user.Text("global_name"),
            ["as"] = role.Key,
        };
    })]);

    /// <exception cref="PersonsMistake">Nobody goes by that name or id.</exception>
    public string User(string? text)
    {
        var id = Roles.GetValueOrDefault(text ?? "member") ?? text!;
        return world.Guild.Member(id) is not null && id != Seed.ApplicationId
            ? id
            : throw new PersonsMistake($"Nobody is called \"{text}\". Use member, moderator or the id of a user.");
    }

    /// <summary>A channel that the user can see, by id or by name.</summary>
    public JsonObject Channel(string text, string user)
    {
        var channel = world.Guild.Channel(text) ?? world.Guild.ChannelNamed(text.TrimStart('#'));
        return channel is not null && world.Guild.May(user, channel, Permissions.ViewChannel)
            ? channel
            : throw new PersonsMistake($"There is no channel \"{text}\".");
    }

    /// <summary>The commands that the user may use.</summary>
    public IReadOnlyList<JsonObject> Commands(string user) => [.. world.Commands.Usable.Where(command => Lacks(user, command) == 0)];

    /// <summary>The permissions of default_member_permissions that the user does not have.</summary>
    public ulong Lacks(string user, JsonObject command)
    {
        if (command.Text("default_member_permissions") is not { } text)
            return 0;
        var needed = ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        var held = world.Guild.PermissionsIn(world.Guild.Channel(Seed.GeneralChannelId)!, user);
        // "0" is for administrators only.
        return needed == 0 ? Permissions.Administrator & ~held : needed & ~held;
    }
}
