using Sandbox.Guilds;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/guild</summary>
sealed class GuildsApi(World world)
{
    public Answer GetGuild(Call call)
    {
        var guild = Access.Guild(call, world);
        var json = guild.ToJson();
        if (call.QueryFlag("with_counts"))
            json["approximate_member_count"] = guild.Members.Count;
        return Answer.Ok(json);
    }

    /// <summary>All channels, those included that the bot cannot look into: their existence is no secret to it.</summary>
    public Answer GetGuildChannels(Call call) => Answer.Ok(Json.ArrayOf(Access.Guild(call, world).Channels));

    public Answer CreateGuildChannel(Call call)
    {
        var guild = Access.Guild(call, world);
        var category = guild.Channel(call.Body.Text("parent_id") ?? "");
        var held = category is null ? guild.PermissionsOf(Seed.ApplicationId) : guild.PermissionsIn(category, Seed.ApplicationId);
        if ((held & Permissions.ManageChannels) == 0)
            throw DiscordError.MissingPermissions();
        ChannelRules.CheckNew(call.Body, guild);
        if (guild.Channels.Count() >= Limits.Channels)
            throw DiscordError.TooManyChannels();
        var channel = GuildChannels.New(call.Body, guild, world.Ids);
        if (call.Body["permission_overwrites"] is not null)
            OverwritesApi.CheckMaySet(world, guild, channel: null, category, Overwrites.Of(channel));
        world.Channels.Open(channel);
        return Answer.Created(channel);
    }

    public Answer GetGuildRoles(Call call) => Answer.Ok(Json.ArrayOf(Access.Guild(call, world).Roles));

    public Answer GetGuildMember(Call call) =>
        Answer.Ok(Access.Guild(call, world).Member(call.Route("user")) ?? throw DiscordError.UnknownMember());
}
