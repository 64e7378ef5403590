using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>What moderators can do to a bot in a channel: delete the channel, or change the bot's permissions there.</summary>
sealed class ChannelFaults(ChannelDirectory directory, ChannelService channels)
{
    /// <exception cref="UserErrorException">There is no such channel or permission.</exception>
    public void Cause(string name, JsonObject fault)
    {
        var channel = directory.Channel(name) ?? directory.Home.ChannelNamed(name.TrimStart('#'))
            ?? throw new UserErrorException($"There is no channel \"{name}\".");
        if (channel.Text("guild_id") is null)
            throw new UserErrorException("Direct messages have no permissions and can't be deleted. Choose a channel.");
        if (fault.Flag("delete"))
            channels.Delete(channel);
        else if (fault["deny"] is not null || fault["allow"] is not null)
            ChangePermissions(channel, allow: Permissions.Named(fault.Texts("allow")), deny: Permissions.Named(fault.Texts("deny")));
        else
            throw new UserErrorException("Specify what happens to the channel: delete, deny or allow.");
    }

    /// <summary>An overwrite for the bot itself takes precedence over those of its roles.</summary>
    void ChangePermissions(JsonObject channel, ulong allow, ulong deny)
    {
        if (ChannelType.IsThread(channel))
            throw new UserErrorException("A thread has the permissions of its channel. Choose that channel.");
        var overwrites = (JsonArray)channel["permission_overwrites"]!;
        var own = overwrites.OfType<JsonObject>().FirstOrDefault(overwrite => overwrite.Text("id") == Seed.ApplicationId);
        if (own is null)
        {
            own = Overwrites.Normalize(Seed.ApplicationId, new JsonObject { ["type"] = OverwriteType.Member });
            overwrites.Add((JsonNode)own);
        }

        own["allow"] = Text((Overwrites.Bits(own, "allow") & ~deny) | allow);
        own["deny"] = Text((Overwrites.Bits(own, "deny") & ~allow) | deny);
        channels.Changed(channel);
    }

    static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);
}
