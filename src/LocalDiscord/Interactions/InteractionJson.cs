using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>
/// The interaction object that a bot receives.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
/// </summary>
static class InteractionJson
{
    const int InGuild = 0, InDirectMessages = 1;
    const int AttachmentSizeLimit = 10 * 1024 * 1024;

    public static JsonObject For(Interaction interaction, JsonObject data, JsonObject? message, ChannelDirectory directory)
    {
        var channel = directory.Channel(interaction.ChannelId)!;
        var guild = directory.GuildOf(channel);
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = Seed.ApplicationId,
            ["type"] = interaction.Type,
            ["data"] = data,
            ["channel"] = PartialChannel(channel, interaction.UserId, directory),
            ["channel_id"] = interaction.ChannelId,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["app_permissions"] = Bits(directory.PermissionsIn(channel, Seed.ApplicationId)),
            ["locale"] = Locales.Default,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(guild),
            ["context"] = guild is null ? InDirectMessages : InGuild,
            ["attachment_size_limit"] = AttachmentSizeLimit,
        };
        if (guild is null)
            json["user"] = directory.User(interaction.UserId).DeepClone();
        else
            AddGuild(json, guild, Member(interaction.UserId, channel, guild));
        if (message is not null)
            json["message"] = message.DeepClone();
        return json;
    }

    /// <summary>The interaction_metadata of an answer.</summary>
    public static JsonObject Metadata(Interaction interaction, ChannelDirectory directory, bool isFollowUp)
    {
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = directory.User(interaction.UserId).DeepClone(),
            ["authorizing_integration_owners"] = Owners(directory.GuildOf(directory.Channel(interaction.ChannelId)!)),
        };
        if (interaction.CommandName is { } name)
            metadata["name"] = name;
        if (interaction.TargetId is { } target)
        {
            if (directory.HasUser(target))
                metadata["target_user"] = directory.User(target).DeepClone();
            else
                metadata["target_message_id"] = target;
        }

        if (interaction.Opener is { } opener)
            metadata["triggering_interaction_metadata"] = Metadata(opener, directory, isFollowUp: false);
        else if (interaction.SourceMessageId is { } source)
            metadata["interacted_message_id"] = source;
        if (isFollowUp && interaction.OriginalId is { } original)
            metadata["original_response_message_id"] = original;
        return metadata;
    }

    /// <summary>
    /// The deprecated <c>interaction</c> of an answer to a command; null for an answer to anything else, which has a message already.
    /// https://discord.com/developers/docs/interactions/receiving-and-responding#message-interaction-object
    /// </summary>
    public static JsonObject? Legacy(Interaction interaction, ChannelDirectory directory) => interaction.CommandName is not { } name
        ? null
        : new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["name"] = name,
            ["user"] = directory.User(interaction.UserId).DeepClone(),
        };

    /// <summary>The objects of the users, roles and channels whose ids are among the values of an option or select menu.</summary>
    public static JsonObject? Resolved(IEnumerable<string> ids, string userId, JsonObject at, ChannelDirectory directory)
    {
        var guild = directory.GuildOf(at) ?? directory.Home;
        var resolved = new JsonObject();
        foreach (var id in ids.Distinct())
        {
            if (guild.Channel(id) is { } channel)
                Add("channels", id, PartialChannel(channel, userId, directory));
            else if (guild.Role(id) is { } role)
                Add("roles", id, role.DeepClone());
            else if (guild.Member(id) is { } member)
                AddMember(id, member);
        }

        return resolved.Count > 0 ? resolved : null;

        void Add(string map, string id, JsonNode json)
        {
            resolved[map] ??= new JsonObject();
            resolved[map]![id] = json;
        }

        void AddMember(string id, JsonObject member)
        {
            var partial = member.Copy();
            foreach (var absent in new[] { "user", "deaf", "mute" })
                partial.Remove(absent);
            partial["permissions"] = Bits(guild.PermissionsIn(at, id));
            Add("users", id, guild.User(id).DeepClone());
            Add("members", id, partial);
        }
    }

    static void AddGuild(JsonObject json, Guild guild, JsonObject member)
    {
        json["guild"] = new JsonObject
        {
            ["id"] = guild.Id,
            ["locale"] = Locales.Default,
            ["features"] = guild.ToJson()["features"]!.DeepClone(),
        };
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

    static JsonObject PartialChannel(JsonObject channel, string userId, ChannelDirectory directory)
    {
        var partial = channel.Copy();
        partial.Remove("permission_overwrites");
        partial["permissions"] = Bits(directory.PermissionsIn(channel, userId));
        partial["app_permissions"] = Bits(directory.PermissionsIn(channel, Seed.ApplicationId));
        return partial;
    }

    static JsonObject Owners(Guild? guild) => new() { ["0"] = guild?.Id ?? "0" };

    static string Bits(ulong permissions) => permissions.ToString(CultureInfo.InvariantCulture);
}
