using System.Text.Json.Nodes;
using Sandbox.Gateway;
using Sandbox.Messages;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>Opens, changes and removes channels and threads, and tells everybody who may see them: bots over the gateway, people on the page.</summary>
sealed class ChannelBoard(Places places, GuildChanges changes, MessageStore messages, TimeProvider clock, GatewayHub gateway, PageEvents page)
{
    /// <summary>A thread or a conversation that was not there before.</summary>
    public void Open(JsonObject channel)
    {
        places.Add(channel);
        changes.PutChannel(channel);
        var isThread = ChannelType.IsThread(channel);
        if (isThread)
            places.Of(channel)!.Join(channel, channel.Text("owner_id")!);
        Tell(isThread ? "thread_create" : "channel_create", channel);
        // A bot that opens a conversation is answered, and told of it only with the first message.
        if (channel.Whole("type") == ChannelType.DirectMessage)
            return;
        var data = ForBot(channel);
        if (isThread)
            data["newly_created"] = true;
        Dispatch(isThread ? "THREAD_CREATE" : "CHANNEL_CREATE", data, channel);
    }

    public void Changed(JsonObject channel)
    {
        changes.PutChannel(channel);
        var isThread = ChannelType.IsThread(channel);
        Tell(isThread ? "thread_update" : "channel_update", channel);
        // Told even when the bot loses sight of it: that is how it learns.
        Dispatch(isThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", ForBot(channel), channel, always: !isThread);
    }

    /// <summary>With a channel go its threads.</summary>
    public void Remove(JsonObject channel)
    {
        foreach (var thread in places.Of(channel)!.Threads.Where(thread => thread.Text("parent_id") == channel.Text("id")).ToList())
            Remove(thread);
        var isThread = ChannelType.IsThread(channel);
        Tell(isThread ? "thread_delete" : "channel_delete", channel);
        Dispatch(isThread ? "THREAD_DELETE" : "CHANNEL_DELETE", isThread ? Threads.Gone(channel) : channel.Copy(), channel);
        places.Remove(channel);
        changes.DeleteChannel(channel);
        messages.DeleteAll(channel.Text("id")!);
    }

    /// <summary>Notes that somebody wrote there: a sleeping thread wakes, and its writer joins it.</summary>
    public void Wrote(JsonObject channel, StoredMessage message)
    {
        channel["last_message_id"] = message.Id;
        if (!ChannelType.IsThread(channel))
            return;
        Threads.Count(channel, message, by: 1);
        if (places.Of(channel)!.Join(channel, message.AuthorId))
            channel["member_count"] = places.Of(channel)!.MembersOf(channel);
        if (Threads.IsArchived(channel))
            Archive(channel, archived: false);
    }

    public void Archive(JsonObject thread, bool archived)
    {
        var metadata = thread.Object("thread_metadata")!;
        metadata["archived"] = archived;
        metadata["archive_timestamp"] = Timestamps.Write(clock.GetUtcNow());
        Changed(thread);
    }

    /// <summary>Puts to sleep the threads that nobody wrote in for long.</summary>
    public void ArchiveForgotten()
    {
        foreach (var thread in places.Channels.Where(channel => ChannelType.IsThread(channel) && Threads.IsForgotten(channel, clock.GetUtcNow())).ToList())
            Archive(thread, archived: true);
    }

    /// <summary>As the bot gets it: with its own membership in a thread.</summary>
    public JsonObject ForBot(JsonObject channel)
    {
        var json = channel.Copy();
        if (ChannelType.IsThread(channel) && places.Of(channel)!.HasJoined(channel, Seed.ApplicationId))
            json["member"] = Threads.Member(channel, Seed.ApplicationId);
        return json;
    }

    void Tell(string name, JsonObject channel) =>
        page.Publish(name, channel.Copy, user => places.May(user, channel, Permissions.ViewChannel));

    void Dispatch(string name, JsonObject data, JsonObject channel, bool always = false)
    {
        if (always || places.May(Seed.ApplicationId, channel, Permissions.ViewChannel))
            gateway.Dispatch(name, data, Intents.Guilds, channel.Text("guild_id"));
    }
}
