using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>Who may do what in one channel. https://discord.com/developers/docs/resources/channel#edit-channel-permissions</summary>
sealed class OverwritesApi(World world)
{
    public Answer EditChannelPermissions(Call call)
    {
        var channel = Channel(call);
        var errors = new FormErrors();
        ChannelRules.CheckOverwrite(call.Body, "", errors, typeRequired: true);
        errors.ThrowIfAny();
        var overwrite = Overwrites.Kept(call.Route("overwrite"), call.Body);
        CheckExists(overwrite, world.Places.Of(channel)!);
        Set(channel, [.. Others(call, channel), overwrite]);
        return Answer.NoContent;
    }

    public Answer DeleteChannelPermission(Call call)
    {
        var channel = Channel(call);
        var others = Others(call, channel).ToList();
        if (others.Count == Overwrites.Of(channel).Count())
            throw DiscordError.UnknownOverwrite();
        Set(channel, others);
        return Answer.NoContent;
    }

    /// <summary>
    /// Nobody gives or takes what they don't have themselves, in the guild or in the channel's category, unless the
    /// channel itself lets them manage its permissions.
    /// </summary>
    /// <exception cref="DiscordError">50013</exception>
    public static void CheckMaySet(World world, Guild guild, JsonObject? channel, JsonObject? category, IEnumerable<JsonObject> after)
    {
        var before = channel is null ? [] : Overwrites.Of(channel);
        var isTrusted = before.Any(one => one.Text("id") == Seed.ApplicationId && (Overwrites.Bits(one, "allow") & Permissions.ManageRoles) != 0);
        var held = guild.PermissionsOf(Seed.ApplicationId) | (category is null ? 0 : world.Places.PermissionsIn(category, Seed.ApplicationId));
        if (!isTrusted && (Overwrites.Changed(before, after) & ~held) != 0)
            throw DiscordError.MissingPermissions();
    }

    JsonObject Channel(Call call)
    {
        var channel = Access.Channel(call, world);
        // A thread has its channel's.
        if (ChannelType.IsThread(channel))
            throw DiscordError.WrongChannelType();
        return Access.Channel(call, world, Permissions.ManageRoles);
    }

    void Set(JsonObject channel, IReadOnlyList<JsonObject> overwrites)
    {
        var guild = world.Places.Of(channel)!;
        CheckMaySet(world, guild, channel, guild.Channel(channel.Text("parent_id") ?? ""), overwrites);
        channel["permission_overwrites"] = Json.ArrayOf(overwrites);
        world.Channels.Changed(channel);
    }

    static IEnumerable<JsonObject> Others(Call call, JsonObject channel) => Overwrites.Of(channel).Where(one => one.Text("id") != call.Route("overwrite"));

    static void CheckExists(JsonObject overwrite, Guild guild)
    {
        var id = overwrite.Text("id")!;
        if (overwrite.Whole("type") == Overwrites.ForRole && guild.Role(id) is null)
            throw DiscordError.UnknownRole();
        if (overwrite.Whole("type") == Overwrites.ForMember && guild.Member(id) is null)
            throw DiscordError.UnknownUser();
    }
}
