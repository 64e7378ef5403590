using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/channel</summary>
sealed class ChannelsApi(Access access, ChannelDirectory directory, ChannelService channels, Snowflakes ids, TimeProvider clock)
{
    static readonly string[] ThreadSettings = ["auto_archive_duration", "locked", "invitable"];
    static readonly string[] OwnerSettings = ["name", "archived", "auto_archive_duration", "applied_tags"];

    public ApiResponse GetChannel(ApiRequest request) => ApiResponse.Ok(channels.ForBot(access.Channel(request)));

    public ApiResponse ModifyChannel(ApiRequest request)
    {
        var channel = access.Channel(request);
        var wasArchived = ChannelType.IsThread(channel) && Threads.IsArchived(channel);
        if (ChannelType.IsThread(channel))
            ModifyThread(request, channel);
        else
            ModifyGuildChannel(request, channel);
        channels.Changed(channel);
        if (wasArchived && !Threads.IsArchived(channel))
            channels.TellOfMembership(channel);
        return ApiResponse.Ok(channels.ForBot(channel));
    }

    public ApiResponse DeleteChannel(ApiRequest request)
    {
        var channel = access.Channel(request);
        // Deleting direct messages only closes them for the bot, which can open them again.
        if (channel.Whole("type") == ChannelType.DirectMessage)
            return ApiResponse.Ok(channel);
        access.Channel(request, ChannelType.IsThread(channel) ? Permissions.ManageThreads : Permissions.ManageChannels);
        channels.Delete(channel);
        return ApiResponse.Ok(channel);
    }

    void ModifyThread(ApiRequest request, JsonObject thread)
    {
        var asked = request.Body;
        var parent = directory.Channel(thread.Text("parent_id")!)!;
        var unarchives = asked["archived"].AsBoolean(out var archived) && !archived;
        CheckThreadRights(request, thread, unarchives);
        if (Threads.IsArchived(thread) && !unarchives)
            throw DiscordError.ThreadArchived();
        ThreadRules.CheckEdit(asked, parent);
        if (ThreadRules.AsksForModeratedTags(asked, parent))
            access.Channel(request, Permissions.ManageThreads);
        Set(thread, asked, "name", "rate_limit_per_user", "flags", "applied_tags");
        Set(thread.Object("thread_metadata")!, asked, ThreadSettings);
        if (asked["archived"] is not null && Threads.IsArchived(thread) != archived)
            Threads.SetArchived(thread, archived, clock.GetUtcNow());
    }

    /// <summary>
    /// Whoever can write in a thread can unarchive it; the thread's owner can change a few settings; moderators can change all.
    /// </summary>
    void CheckThreadRights(ApiRequest request, JsonObject thread, bool unarchives)
    {
        var isLocked = Threads.IsLocked(thread);
        var onlyUnarchives = unarchives && request.Body.Count == 1 && !isLocked;
        var isAllowedToOwner = !isLocked && request.Body.All(field => OwnerSettings.Contains(field.Key));
        if (thread.Text("owner_id") != Seed.ApplicationId || !isAllowedToOwner)
            access.Channel(request, onlyUnarchives ? Permissions.SendMessages : Permissions.ManageThreads);
    }

    void ModifyGuildChannel(ApiRequest request, JsonObject channel)
    {
        access.Channel(request, Permissions.ManageChannels);
        var guild = directory.GuildOf(channel)!;
        ChannelRules.CheckEdit(request.Body, channel, guild.Channel);
        if (request.Body["permission_overwrites"] is not null)
            SetOverwrites(request, channel, guild);
        Set(channel, request.Body, "topic", "nsfw", "position", "rate_limit_per_user", "parent_id", "flags");
        if (request.Body.Text("name") is { } name)
            channel["name"] = ChannelFactory.NormalizeName(name, channel.Whole("type")!.Value);
        if (request.Body["available_tags"] is not null)
            channel["available_tags"] = ChannelFactory.Tags(request.Body.Objects("available_tags"), ids);
    }

    void SetOverwrites(ApiRequest request, JsonObject channel, Guild guild)
    {
        access.Channel(request, Permissions.ManageRoles);
        var overwrites = Overwrites.Normalize(request.Body.Objects("permission_overwrites"));
        Overwrites.CheckMaySet(guild, channel, guild.Channel(channel.Text("parent_id") ?? ""), overwrites.OfType<JsonObject>());
        channel["permission_overwrites"] = overwrites;
    }

    static void Set(JsonObject target, JsonObject asked, params IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => asked[name] is not null))
            target[name] = asked[name]!.DeepClone();
    }
}
