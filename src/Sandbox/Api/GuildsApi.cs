using Sandbox.Guilds;
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

    public Answer GetGuildRoles(Call call) => Answer.Ok(Json.ArrayOf(Access.Guild(call, world).Roles));

    public Answer GetGuildMember(Call call) =>
        Answer.Ok(Access.Guild(call, world).Member(call.Route("user")) ?? throw DiscordError.UnknownMember());

    public Answer ListActiveGuildThreads(Call call)
    {
        var seen = Access.Guild(call, world).Threads
            .Where(thread => !Threads.IsArchived(thread) && world.Places.May(Seed.ApplicationId, thread, Permissions.ViewChannel))
            .OrderByDescending(thread => Snowflakes.Parse(thread.Text("id")!));
        return Answer.Ok(ThreadLists.Of(seen, world));
    }
}
