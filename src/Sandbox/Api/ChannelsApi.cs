using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/channel</summary>
sealed class ChannelsApi(World world)
{
    static readonly string[] ThreadSettings = ["auto_archive_duration", "locked", "invitable"];
    static readonly string[] OwnersSettings = ["name", "archived", "auto_archive_duration", "applied_tags"];

    public Answer GetChannel(Call call) => Answer.Ok(world.Channels.ForBot(Access.Channel(call, world)));

    public Answer ModifyChannel(Call call)
    {
        var channel = Access.Channel(call, world);
        if (ChannelType.IsThread(channel))
            ModifyThread(call, channel);
        else
            ModifyGuildChannel(call, channel);
        world.Channels.Changed(channel);
        return Answer.Ok(world.Channels.ForBot(channel));
    }

    public Answer DeleteChannel(Call call)
    {
        var channel = Access.Channel(call, world);
        // A conversation is closed for the bot alone, and opened again by asking for it.
        if (channel.Whole("type") == ChannelType.DirectMessage)
            return Answer.Ok(channel);
        Access.Channel(call, world, ChannelType.IsThread(channel) ? Permissions.ManageThreads : Permissions.ManageChannels);
        world.Channels.Remove(channel);
        return Answer.Ok(channel);
    }

    public Answer CreateDm(Call call)
    {
        var user = call.Body["recipient_id"]?.ToString() ?? throw FormErrors.Single("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        if (!world.Places.Knows(user) || user == Seed.ApplicationId)
            throw DiscordError.InvalidRecipient();
        return Answer.Ok(DirectMessages.With(user, world));
    }

    /// <summary>https://discord.com/developers/docs/resources/channel#follow-announcement-channel</summary>
    public Answer FollowAnnouncementChannel(Call call)
    {
        var source = Access.Channel(call, world);
        if (source.Whole("type") != ChannelType.Announcement)
            throw DiscordError.WrongChannelType();
        var target = world.Places.Channel(call.Body["webhook_channel_id"]?.ToString() ?? "") ?? throw DiscordError.UnknownChannel();
        if (!world.Places.May(Seed.ApplicationId, target, Permissions.ManageWebhooks))
            throw DiscordError.MissingPermissions();
        return Answer.Ok(new JsonObject { ["channel_id"] = source.Text("id"), ["webhook_id"] = world.Followers.Follow(source, target) });
    }

    void ModifyThread(Call call, JsonObject thread)
    {
        var asked = call.Body;
        var parent = world.Places.Channel(thread.Text("parent_id")!)!;
        var wakes = asked["archived"].AsBoolean(out var archived) && !archived;
        CheckThreadRights(call, thread, wakes);
        if (Threads.IsArchived(thread) && !wakes)
            throw DiscordError.ThreadArchived();
        ThreadRules.CheckEdit(asked, parent);
        if (ThreadRules.AsksForModeratedTags(asked, parent))
            Access.Channel(call, world, Permissions.ManageThreads);
        Set(thread, asked, "name", "rate_limit_per_user", "flags", "applied_tags");
        var metadata = thread.Object("thread_metadata")!;
        Set(metadata, asked, ThreadSettings);
        if (asked["archived"] is null || Threads.IsArchived(thread) == archived)
            return;
        metadata["archived"] = archived;
        metadata["archive_timestamp"] = Timestamps.Write(world.Clock.GetUtcNow());
    }

    /// <summary>To wake a thread, write in it; its owner may change what is theirs; the rest is a moderator's.</summary>
    void CheckThreadRights(Call call, JsonObject thread, bool wakes)
    {
        var onlyWakes = wakes && call.Body.Count == 1 && !Threads.IsLocked(thread);
        var isOwners = thread.Text("owner_id") == Seed.ApplicationId && call.Body.All(field => OwnersSettings.Contains(field.Key)) && !Threads.IsLocked(thread);
        if (!isOwners)
            Access.Channel(call, world, onlyWakes ? Permissions.SendMessages : Permissions.ManageThreads);
    }

    void ModifyGuildChannel(Call call, JsonObject channel)
    {
        Access.Channel(call, world, Permissions.ManageChannels);
        var guild = world.Places.Of(channel)!;
        ChannelRules.CheckEdit(call.Body, channel, guild);
        if (call.Body["permission_overwrites"] is not null)
            SetOverwrites(call, channel, guild);
        Set(channel, call.Body, "topic", "nsfw", "position", "rate_limit_per_user", "parent_id", "flags");
        if (call.Body.Text("name") is { } name)
            channel["name"] = GuildChannels.Named(name, channel.Whole("type")!.Value);
        if (call.Body["available_tags"] is not null)
            channel["available_tags"] = GuildChannels.Tags(call.Body.Objects("available_tags"), world.Ids);
    }

    void SetOverwrites(Call call, JsonObject channel, Guild guild)
    {
        Access.Channel(call, world, Permissions.ManageRoles);
        var overwrites = Overwrites.Kept(call.Body.Objects("permission_overwrites"));
        OverwritesApi.CheckMaySet(world, guild, channel, guild.Channel(channel.Text("parent_id") ?? ""), overwrites.OfType<JsonObject>());
        channel["permission_overwrites"] = overwrites;
    }

    static void Set(JsonObject target, JsonObject asked, params IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => asked[name] is not null))
            target[name] = asked[name]!.DeepClone();
    }
}
