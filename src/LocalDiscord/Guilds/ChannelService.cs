using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>Opens, changes and deletes channels and threads; saves each change and tells bots and users about it.</summary>
sealed class ChannelService(
    ChannelDirectory directory, GuildChangeLog changes, ThreadMembers members, ThreadListSync threadLists, EventBus events,
    TimeProvider clock)
{
    /// <summary>A channel was deleted; the argument is its id.</summary>
    public event Action<string>? Deleted;

    /// <summary>Adds a new channel, thread or direct message channel.</summary>
    public void Open(JsonObject channel)
    {
        directory.Add(channel);
        changes.PutChannel(channel);
        var isThread = ChannelType.IsThread(channel);
        if (isThread)
            directory.GuildOf(channel)!.Join(channel, channel.Text("owner_id")!);
        SendToUsers(isThread ? "thread_create" : "channel_create", channel);
        // A bot that opens a direct message channel gets it as the response, and an event only with the first message.
        if (channel.Whole("type") == ChannelType.DirectMessage)
            return;
        var data = ForBot(channel);
        if (isThread)
            data["newly_created"] = true;
        SendToBots(isThread ? "THREAD_CREATE" : "CHANNEL_CREATE", data, channel);
    }

    /// <param name="id">A new id; that of the message the thread starts from; or that of a forum post's first message.</param>
    /// <param name="type">10, 11 or 12.</param>
    /// <param name="asked">A request that passed <c>ThreadRules</c>.</param>
    public JsonObject OpenThread(string id, long type, JsonObject parent, string ownerId, JsonObject asked)
    {
        var thread = Threads.New(id, type, parent, ownerId, asked, clock.GetUtcNow());
        Open(thread);
        return thread;
    }

    public void Changed(JsonObject channel)
    {
        changes.PutChannel(channel);
        var isThread = ChannelType.IsThread(channel);
        SendToUsers(isThread ? "thread_update" : "channel_update", channel);
        // Sent even if the bot can no longer see the channel: this event is how it finds out.
        SendToBots(isThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", ForBot(channel), channel, always: !isThread);
        if (!isThread && directory.GuildOf(channel) is { } guild)
            threadLists.Check(guild);
    }

    /// <summary>Deletes a channel and its threads.</summary>
    public void Delete(JsonObject channel)
    {
        var threads = directory.GuildOf(channel)!.Threads.Where(thread => thread.Text("parent_id") == channel.Text("id"));
        foreach (var thread in threads.ToList())
            Delete(thread);
        var isThread = ChannelType.IsThread(channel);
        SendToUsers(isThread ? "thread_delete" : "channel_delete", channel);
        SendToBots(isThread ? "THREAD_DELETE" : "CHANNEL_DELETE", isThread ? Threads.Deleted(channel) : channel.Copy(), channel);
        directory.Remove(channel);
        changes.DeleteChannel(channel);
        Deleted?.Invoke(channel.Text("id")!);
    }

    /// <summary>Updates a channel after somebody wrote in it: an archived thread wakes up, and the author joins it.</summary>
    public void MessagePosted(JsonObject channel, JsonObject message)
    {
        channel["last_message_id"] = message.Text("id");
        if (!ChannelType.IsThread(channel))
            return;
        Threads.Count(channel, message, by: 1);
        members.Join(channel, message.Object("author")!.Text("id")!);
        if (Threads.IsArchived(channel))
            SetArchived(channel, archived: false);
    }

    /// <summary>Archives threads that nobody has written in for their auto-archive duration.</summary>
    public void ArchiveInactiveThreads()
    {
        var now = clock.GetUtcNow();
        var inactive = directory.Channels.Where(channel => ChannelType.IsThread(channel) && Threads.IsInactive(channel, now));
        foreach (var thread in inactive.ToList())
            SetArchived(thread, archived: true);
    }

    /// <summary>The channel as the bot gets it: a thread includes the bot's own membership.</summary>
    public JsonObject ForBot(JsonObject channel)
    {
        var json = channel.Copy();
        if (ChannelType.IsThread(channel) && directory.GuildOf(channel)!.HasJoined(channel, Seed.ApplicationId))
            json["member"] = Threads.Member(channel, Seed.ApplicationId);
        return json;
    }

    void SetArchived(JsonObject thread, bool archived)
    {
        Threads.SetArchived(thread, archived, clock.GetUtcNow());
        Changed(thread);
        if (!archived)
            TellOfMembership(thread);
    }

    /// <summary>After a thread is unarchived, the bot hears that it is still in it.</summary>
    public void TellOfMembership(JsonObject thread)
    {
        if (!directory.GuildOf(thread)!.HasJoined(thread, Seed.ApplicationId))
            return;
        var member = Threads.Member(thread, Seed.ApplicationId);
        member["guild_id"] = thread.Text("guild_id");
        SendToBots("THREAD_MEMBER_UPDATE", member, thread);
    }

    void SendToUsers(string name, JsonObject channel) =>
        events.SendToUsers(name, channel.Copy, user => directory.HasPermission(user, channel, Permissions.ViewChannel));

    void SendToBots(string name, JsonObject data, JsonObject channel, bool always = false)
    {
        if (always || directory.HasPermission(Seed.ApplicationId, channel, Permissions.ViewChannel))
            events.SendToBots(name, data, Intents.Guilds, channel.Text("guild_id"));
    }
}
