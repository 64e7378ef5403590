using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>
/// The interaction object that a bot receives.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
/// </summary>
static class InteractionJson
{
    const int AttachmentSizeLimit = 10 * 1024 * 1024;

    public static JsonObject For(Interaction interaction, JsonObject data, JsonObject? message, Guild guild)
    {
        var channel = guild.Channel(interaction.ChannelId)!;
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = Seed.ApplicationId,
            ["type"] = interaction.Type,
            ["data"] = data,
            ["guild"] = new JsonObject { ["id"] = Seed.GuildId, ["locale"] = "en-US", ["features"] = guild.ToJson()["features"]!.DeepClone() },
            ["guild_id"] = Seed.GuildId,
            ["channel"] = PartialChannel(channel, interaction.UserId, guild),
            ["channel_id"] = interaction.ChannelId,
            ["member"] = Member(interaction.UserId, channel, guild),
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = Bits(guild.PermissionsIn(channel, Seed.ApplicationId)),
            ["locale"] = "en-US",
            ["guild_locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(),
            ["context"] = 0,
            ["attachment_size_limit"] = AttachmentSizeLimit,
        };
        if (message is not null)
            json["message"] = message.DeepClone();
        return json;
    }

    /// <summary>What an answer says of the interaction that it answers.</summary>
    public static JsonObject Metadata(Interaction interaction, Guild guild, bool isFollowUp)
    {
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = guild.User(interaction.UserId).DeepClone(),
            ["authorizing_integration_owners"] = Owners(),
        };
        if (interaction.CommandName is { } name)
            metadata["name"] = name;
        if (interaction.SourceMessageId is { } source)
            metadata["interacted_message_id"] = source;
        if (isFollowUp && interaction.OriginalId is { } original)
            metadata["original_response_message_id"] = original;
        return metadata;
    }

    /// <summary>Users, members, roles and channels that ids in an option or a select stand for.</summary>
    public static JsonObject? Resolved(IEnumerable<string> ids, string userId, Guild guild)
    {
        var resolved = new JsonObject();
        foreach (var id in ids.Distinct())
        {
            if (guild.Channel(id) is { } channel)
                Into("channels", id, PartialChannel(channel, userId, guild));
            else if (guild.Role(id) is { } role)
                Into("roles", id, role.DeepClone());
            else if (guild.Member(id) is { } member)
                Person(id, member);
        }

        return resolved.Count > 0 ? resolved : null;

        void Into(string map, string id, JsonNode json)
        {
            resolved[map] ??= new JsonObject();
            resolved[map]![id] = json;
        }

        void Person(string id, JsonObject member)
        {
            var partial = member.Copy();
            foreach (var absent in new[] { "user", "deaf", "mute" })
                partial.Remove(absent);
            partial["permissions"] = Bits(guild.PermissionsIn(guild.Channel(Seed.GeneralChannelId)!, id));
            Into("users", id, guild.User(id).DeepClone());
            Into("members", id, partial);
        }
    }

    static JsonObject Member(string userId, JsonObject channel, Guild guild)
    {
        var member = guild.Member(userId)!.Copy();
        member["permissions"] = Bits(guild.PermissionsIn(channel, userId));
        return member;
    }

    static JsonObject PartialChannel(JsonObject channel, string userId, Guild guild)
    {
        var partial = channel.Copy();
        partial.Remove("permission_overwrites");
        partial["permissions"] = Bits(guild.PermissionsIn(channel, userId));
        partial["app_permissions"] = Bits(guild.PermissionsIn(channel, Seed.ApplicationId));
        return partial;
    }

    static JsonObject Owners() => new() { ["0"] = Seed.GuildId };

    static string Bits(ulong permissions) => permissions.ToString(CultureInfo.InvariantCulture);
}
