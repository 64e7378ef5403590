using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Permission overwrites of a channel. https://discord.com/developers/docs/resources/channel#edit-channel-permissions</summary>
sealed class OverwritesApi(Access access, ChannelDirectory directory, ChannelService channels)
{
    public ApiResponse EditChannelPermissions(ApiRequest request)
    {
        var channel = Channel(request);
        var errors = new FormErrors();
        ChannelRules.CheckOverwrite(request.Body, "", errors, typeRequired: true);
        errors.ThrowIfAny();
        var overwrite = Overwrites.Normalize(request.Route("overwrite"), request.Body);
        CheckExists(overwrite, directory.GuildOf(channel)!);
        Set(channel, [.. Others(request, channel), overwrite]);
        return ApiResponse.NoContent;
    }

    public ApiResponse DeleteChannelPermission(ApiRequest request)
    {
        var channel = Channel(request);
        var others = Others(request, channel).ToList();
        if (others.Count == Overwrites.Of(channel).Count())
            throw DiscordError.UnknownOverwrite();
        Set(channel, others);
        return ApiResponse.NoContent;
    }

    JsonObject Channel(ApiRequest request)
    {
        var channel = access.Channel(request);
        // A thread has no overwrites: its parent channel's apply.
        if (ChannelType.IsThread(channel))
            throw DiscordError.WrongChannelType();
        return access.Channel(request, Permissions.ManageRoles);
    }

    void Set(JsonObject channel, IReadOnlyList<JsonObject> overwrites)
    {
        var guild = directory.GuildOf(channel)!;
        Overwrites.CheckMaySet(guild, channel, guild.Channel(channel.Text("parent_id") ?? ""), overwrites);
        channel["permission_overwrites"] = Json.ArrayOf(overwrites);
        channels.Changed(channel);
    }

    static IEnumerable<JsonObject> Others(ApiRequest request, JsonObject channel) =>
        Overwrites.Of(channel).Where(one => one.Text("id") != request.Route("overwrite"));

    static void CheckExists(JsonObject overwrite, Guild guild)
    {
        var id = overwrite.Text("id")!;
        if (overwrite.Whole("type") == OverwriteType.Role && guild.Role(id) is null)
            throw DiscordError.UnknownRole();
        if (overwrite.Whole("type") == OverwriteType.Member && guild.Member(id) is null)
            throw DiscordError.UnknownUser();
    }
}
