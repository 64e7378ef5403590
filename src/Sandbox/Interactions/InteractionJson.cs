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
    const int InGuild = 0, InDirectMessages = 1;
    const int AttachmentSizeLimit = 10 * 1024 * 1024;

    public static JsonObject For(Interaction interaction, JsonObject data, JsonObject? message, Places places)
    {
        var channel = places.Channel(interaction.ChannelId)!;
        var guild = places.Of(channel);
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = Seed.ApplicationId,
            ["type"] = interaction.Type,
            ["data"] = data,
            ["channel"] = PartialChannel(channel, interaction.UserId, places),
            ["channel_id"] = interaction.ChannelId,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = Bits(places.PermissionsIn(channel, Seed.ApplicationId)),
            ["locale"] = Locales.Default,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(guild),
            ["context"] = guild is null ? InDirectMessages : InGuild,
            ["attachment_size_limit"] = AttachmentSizeLimit,
        };
        if (guild is null)
            json["user"] = places.User(interaction.UserId).DeepClone();
        else
            AddGuild(json, guild, Member(interaction.UserId, channel, guild));
        if (message is not null)
            json["message"] = message.DeepClone();
        return json;
    }

    /// <summary>What an answer says of the interaction that it answers.</summary>
    public static JsonObject Metadata(Interaction interaction, Places places, bool isFollowUp)
    {
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = places.User(interaction.UserId).DeepClone(),
            ["authorizing_integration_owners"] = Owners(places.Of(places.Channel(interaction.ChannelId)!)),
        };
        if (interaction.CommandName is { } name)
            metadata["name"] = name;
        if (interaction.TargetId is { } target)
        {
            if (places.Knows(target))
                metadata["target_user"] = places.User(target).DeepClone();
            else
                metadata["target_message_id"] = target;
        }

        if (interaction.SourceMessageId is { } source)
            metadata["interacted_message_id"] = source;
        if (isFollowUp && interaction.OriginalId is { } original)
            metadata["original_response_message_id"] = original;
        return metadata;
    }

    /// <summary>Users, members, roles and channels that ids in an option or a select stand for.</summary>
    public static JsonObject? Resolved(IEnumerable<string> ids, string userId, JsonObject at, Places places)
    {
        var guild = places.Of(at) ?? places.Home;
        var resolved = new JsonObject();
        foreach (var id in ids.Distinct())
        {
            if (guild.Channel(id) is { } channel)
                Into("channels", id, PartialChannel(channel, userId, places));
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
            partial["permissions"] = Bits(guild.PermissionsIn(at, id));
            Into("users", id, guild.User(id).DeepClone());
            Into("members", id, partial);
        }
    }

    static void AddGuild(JsonObject json, Guild guild, JsonObject member)
    {
        json["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = Locales.Default, ["features"] = guild.ToJson()["features"]!.DeepClone() };
        json["guild_id"] = guild.Id;
        json["guild_locale"] = Locales.Default;
        json["member"] = member;
    }

    static JsonObject Member(string userId, JsonObject channel, Guild guild)
    {
        var member = guild.Member(userId)!.Copy();
        member["permissions"] = Bits(guild.PermissionsIn(channel, userId));
        return member;
    }

    static JsonObject PartialChannel(JsonObject channel, string userId, Places places)
    {
        var partial = channel.Copy();
        partial.Remove("permission_overwrites");
        partial["permissions"] = Bits(places.PermissionsIn(channel, userId));
        partial["app_permissions"] = Bits(places.PermissionsIn(channel, Seed.ApplicationId));
        return partial;
    }

    static JsonObject Owners(Guild? guild) => new() { ["0"] = guild?.Id ?? "0" };

    static string Bits(ulong permissions) => permissions.ToString(CultureInfo.InvariantCulture);
}
