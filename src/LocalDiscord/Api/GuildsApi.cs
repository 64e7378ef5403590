using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/guild</summary>
sealed class GuildsApi(Access access, ChannelService channels, Snowflakes ids)
{
    public ApiResponse GetGuild(ApiRequest request)
    {
        var guild = access.Guild(request);
        var json = guild.ToJson();
        if (request.QueryFlag("with_counts"))
            AddCounts(json, guild);
        return ApiResponse.Ok(json);
    }

    /// <summary>Only the bot is ever online.</summary>
    public static void AddCounts(JsonObject json, Guild guild)
    {
        json["approximate_member_count"] = guild.Members.Count;
        json["approximate_presence_count"] = 1;
    }

    /// <summary>All channels, including those that the bot can't see: Discord lists them too.</summary>
    public ApiResponse GetGuildChannels(ApiRequest request) => ApiResponse.Ok(Json.ArrayOf(access.Guild(request).Channels));

    public ApiResponse CreateGuildChannel(ApiRequest request)
    {
        var guild = access.Guild(request);
        var category = guild.Channel(request.Body.Text("parent_id") ?? "");
        var held = category is null ? guild.PermissionsOf(Seed.ApplicationId) : guild.PermissionsIn(category, Seed.ApplicationId);
        if ((held & Permissions.ManageChannels) == 0)
            throw DiscordError.MissingPermissions();
        ChannelRules.CheckNew(request.Body, guild.Channel);
        if (guild.Channels.Count() >= Limits.Channels)
            throw DiscordError.TooManyChannels();
        var channel = ChannelFactory.New(request.Body, guild, ids);
        if (request.Body["permission_overwrites"] is not null)
            Overwrites.CheckMaySet(guild, channel: null, category, Overwrites.Of(channel));
        channels.Open(channel);
        return ApiResponse.Created(channel);
    }

    public ApiResponse GetGuildRoles(ApiRequest request) => ApiResponse.Ok(Json.ArrayOf(access.Guild(request).Roles));

    public ApiResponse GetGuildRole(ApiRequest request) =>
        ApiResponse.Ok(access.Guild(request).Role(request.Route("role")) ?? throw DiscordError.UnknownRole());
}
