using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/guild and /channel</summary>
sealed class GuildsApi(World world)
{
    public Answer GetGuild(Call call)
    {
        Access.Guild(call);
        var guild = world.Guild.ToJson();
        if (call.QueryFlag("with_counts"))
            guild["approximate_member_count"] = world.Guild.Members.Count;
        return Answer.Ok(guild);
    }

    /// <summary>All channels, those included that the bot cannot look into: their existence is no secret to it.</summary>
    public Answer GetGuildChannels(Call call)
    {
        Access.Guild(call);
        return Answer.Ok(Json.ArrayOf(world.Guild.Channels));
    }

    public Answer GetGuildRoles(Call call)
    {
        Access.Guild(call);
        return Answer.Ok(Json.ArrayOf(world.Guild.Roles));
    }

    public Answer GetGuildMember(Call call)
    {
        Access.Guild(call);
        return Answer.Ok(world.Guild.Member(call.Route("user")) ?? throw DiscordError.UnknownMember());
    }

    public Answer GetChannel(Call call) => Answer.Ok(Access.Channel(call, world));
}
