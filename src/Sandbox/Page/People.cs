using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Messages;
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
        var user = world.Places.User(role.Value);
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
        return world.Places.Knows(id) && id != Seed.ApplicationId
            ? id
            : throw new PersonsMistake($"Nobody is called \"{text}\". Use member, moderator or the id of a user.");
    }

    /// <summary>A channel that the user can see, by id or by name.</summary>
    public JsonObject Channel(string text, string user)
    {
        var channel = world.Places.Channel(text) ?? world.Places.Home.ChannelNamed(text.TrimStart('#'));
        return world.Places.May(user, channel, Permissions.ViewChannel)
            ? channel
            : throw new PersonsMistake($"There is no channel \"{text}\".");
    }

    /// <summary>A message that the user can see, wherever it is.</summary>
    public StoredMessage Message(string id, string user)
    {
        var message = world.Places.Channels.Select(channel => world.Messages.Find(channel.Text("id")!, id)).FirstOrDefault(found => found is not null);
        return message is not null && world.Board.Sees(user, message) ? message : throw new PersonsMistake($"There is no message {id}.");
    }

    /// <summary>The commands that the user may use there.</summary>
    public IReadOnlyList<JsonObject> Commands(string user, JsonObject channel) =>
        [.. world.Commands.Usable(channel.Text("guild_id")).Where(command => Lacks(user, channel, command) == 0)];

    /// <summary>The permissions that the user would need for a command and does not have.</summary>
    public ulong Lacks(string user, JsonObject channel, JsonObject command)
    {
        if (world.Places.Of(channel) is not { } guild)
            return 0;
        var held = guild.PermissionsIn(channel, user);
        return (held & Permissions.Administrator) != 0 ? 0 : world.CommandPermissions.Allow(command, guild.Member(user)!, channel, guild.Id) switch
        {
            true => 0,
            false => Permissions.Administrator,
            null => LacksByDefault(command, held),
        };
    }

    static ulong LacksByDefault(JsonObject command, ulong held)
    {
        if (command.Text("default_member_permissions") is not { } text)
            return 0;
        var needed = ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        // "0" is for administrators only.
        return needed == 0 ? Permissions.Administrator & ~held : needed & ~held;
    }
}
