using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>Threads and forum posts. https://discord.com/developers/docs/resources/channel#start-thread-from-message</summary>
sealed class ThreadsApi(World world, Uploads uploads)
{
    const long SettableFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    public Answer StartThreadFromMessage(Call call)
    {
        var channel = Access.Channel(call, world);
        var type = TypeIn(channel) ?? throw DiscordError.WrongChannelType();
        Access.Channel(call, world, Permissions.CreatePublicThreads);
        var message = Access.Message(call, world, channel);
        if (world.Places.Channel(message.Id) is not null)
            throw DiscordError.ThreadExists();
        ThreadRules.CheckNew(call.Body);
        var thread = Open(message.Id, type, channel, call.Body);
        world.Board.StartedThread(message, thread);
        return Answer.Created(world.Channels.ForBot(thread));
    }

    /// <summary>A thread without a message, or a forum post with one.</summary>
    public Answer StartThread(Call call)
    {
        var channel = Access.Channel(call, world);
        return channel.Whole("type") == ChannelType.Forum ? Answer.Created(Post(call, channel)) : Answer.Created(Thread(call, channel));
    }

    public Answer JoinThread(Call call)
    {
        var thread = OpenThread(call);
        if (world.Places.Of(thread)!.Join(thread, UserOf(call)))
            Joined(thread);
        return Answer.NoContent;
    }

    public Answer LeaveThread(Call call)
    {
        var thread = OpenThread(call);
        world.Places.Of(thread)!.Leave(thread, UserOf(call));
        Joined(thread);
        return Answer.NoContent;
    }

    JsonObject Thread(Call call, JsonObject channel)
    {
        var isPublic = TypeIn(channel) ?? throw DiscordError.WrongChannelType();
        // Discord's default is a private thread.
        var type = call.Body.Whole("type") ?? ChannelType.PrivateThread;
        if (type != isPublic && (type != ChannelType.PrivateThread || channel.Whole("type") != ChannelType.Text))
            throw FormErrors.Single("type", "BASE_TYPE_CHOICES", $"Value must be one of {{{isPublic}, {ChannelType.PrivateThread}}}.");
        Access.Channel(call, world, type == ChannelType.PrivateThread ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads);
        ThreadRules.CheckNew(call.Body);
        return world.Channels.ForBot(Open(world.Ids.Next(), type, channel, call.Body));
    }

    /// <summary>The post's thread and its first message have one id.</summary>
    JsonObject Post(Call call, JsonObject forum)
    {
        Access.Channel(call, world, Permissions.SendMessages);
        ThreadRules.CheckPost(call.Body, forum);
        var id = world.Ids.Next();
        var payload = uploads.Attach(call.Body.Object("message")!, call.Files, forum.Text("id")!);
        MessageRules.CheckNew(payload);
        if (ThreadRules.AsksForModeratedTags(call.Body, forum))
            Access.Channel(call, world, Permissions.ManageThreads);
        var thread = Open(id, ChannelType.PublicThread, forum, call.Body);
        var message = world.Board.Post(new MessageDraft
        {
            Id = thread.Text("id"),
            ChannelId = thread.Text("id")!,
            AuthorId = Seed.ApplicationId,
            Payload = payload,
            Flags = (payload.Whole("flags") ?? 0) & SettableFlags,
        });
        var created = world.Channels.ForBot(thread);
        created["message"] = message.Json.DeepClone();
        return created;
    }

    JsonObject Open(string id, long type, JsonObject parent, JsonObject asked)
    {
        var thread = Threads.New(id, type, parent, Seed.ApplicationId, asked, world.Clock.GetUtcNow());
        world.Channels.Open(thread);
        return thread;
    }

    JsonObject OpenThread(Call call)
    {
        var thread = Access.Channel(call, world);
        if (!ChannelType.IsThread(thread))
            throw DiscordError.WrongChannelType();
        return Threads.IsArchived(thread) ? throw DiscordError.ThreadArchived() : thread;
    }

    void Joined(JsonObject thread) => thread["member_count"] = world.Places.Of(thread)!.MembersOf(thread);

    static string UserOf(Call call) => call.Route("user") == "@me" ? Seed.ApplicationId : call.Route("user");

    /// <summary>The type of a public thread there.</summary>
    static int? TypeIn(JsonObject channel) => channel.Whole("type") switch
    {
        ChannelType.Text => ChannelType.PublicThread,
        ChannelType.Announcement => ChannelType.AnnouncementThread,
        _ => null,
    };
}
