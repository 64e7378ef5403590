using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>The users that a person at the page can be, and what each of them can see.</summary>
sealed class PageUsers(ChannelDirectory directory, MessageStore store, MessageService messages)
{
    static readonly Dictionary<string, string> Roles = new()
    {
        ["member"] = Seed.MemberId,
        ["moderator"] = Seed.ModeratorId,
    };

    public JsonArray ToJson() => new([.. Roles.Select(role =>
    {
        var user = directory.User(role.Value);
        return (JsonNode)new JsonObject
        {
            ["id"] = role.Value,
            ["username"] = user.Text("username"),
            ["global_name"] = user.Text("global_name"),
            ["as"] = role.Key,
        };
    })]);

    /// <summary>The id of member, moderator (null means member) or of a user given by id.</summary>
    /// <exception cref="UserErrorException">There is no such user.</exception>
    public string User(string? text)
    {
        var id = Roles.GetValueOrDefault(text ?? "member") ?? text!;
        return directory.HasUser(id) && id != Seed.ApplicationId
            ? id
            : throw new UserErrorException($"There is no user \"{text}\". Use member, moderator or a user's id.");
    }

    /// <summary>A channel that the user can see, by id or by name.</summary>
    public JsonObject Channel(string text, string user)
    {
        var channel = directory.Channel(text) ?? directory.Home.ChannelNamed(text.TrimStart('#'));
        return directory.HasPermission(user, channel, Permissions.ViewChannel)
            ? channel
            : throw new UserErrorException($"There is no channel \"{text}\".");
    }

    /// <summary>A message that the user can see, in any channel.</summary>
    public StoredMessage Message(string id, string user)
    {
        var message = directory.Channels.Select(channel => store.Find(channel.Text("id")!, id)).FirstOrDefault(found => found is not null);
        return message is not null && messages.Sees(user, message)
            ? message
            : throw new UserErrorException($"There is no message {id}.");
    }
}
