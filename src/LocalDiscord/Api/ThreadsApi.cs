using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Threads and forum posts. https://discord.com/developers/docs/resources/channel#start-thread-from-message</summary>
sealed class ThreadsApi(
    Access access, ChannelDirectory directory, ChannelService channels, ThreadMembers members, MessageService messages,
    Uploads uploads, Snowflakes ids)
{
    const long SettableFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    public ApiResponse StartThreadFromMessage(ApiRequest request)
    {
        var channel = access.Channel(request);
        var type = PublicThreadType(channel) ?? throw DiscordError.WrongChannelType();
        access.Channel(request, Permissions.CreatePublicThreads);
        var message = access.Message(request, channel);
        if (directory.Channel(message.Id) is not null)
            throw DiscordError.ThreadExists();
        ThreadRules.CheckNew(request.Body);
        var thread = Open(message.Id, type, channel, request.Body);
        messages.StartThread(message, thread);
        return ApiResponse.Created(channels.ForBot(thread));
    }

    /// <summary>A thread without a message, or a forum post with one.</summary>
    public ApiResponse StartThread(ApiRequest request)
    {
        var channel = access.Channel(request);
        return ApiResponse.Created(channel.Whole("type") == ChannelType.Forum ? Post(request, channel) : Thread(request, channel));
    }

    public ApiResponse JoinThread(ApiRequest request)
    {
        members.Join(UnarchivedThread(request), UserOf(request, Permissions.SendMessages));
        return ApiResponse.NoContent;
    }

    public ApiResponse LeaveThread(ApiRequest request)
    {
        members.Leave(UnarchivedThread(request), UserOf(request, Permissions.ManageThreads));
        return ApiResponse.NoContent;
    }

    JsonObject Thread(ApiRequest request, JsonObject channel)
    {
        var publicType = PublicThreadType(channel) ?? throw DiscordError.WrongChannelType();
        // Discord's default is a private thread.
        var type = request.Body.Whole("type") ?? ChannelType.PrivateThread;
        var isPrivate = type == ChannelType.PrivateThread;
        if (type != publicType && (!isPrivate || channel.Whole("type") != ChannelType.Text))
            throw FormErrors.Single("type", "BASE_TYPE_CHOICES", $"Value must be one of {{{publicType}, {ChannelType.PrivateThread}}}.");
        access.Channel(request, isPrivate ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads);
        ThreadRules.CheckNew(request.Body);
        return channels.ForBot(Open(ids.Next(), type, channel, request.Body));
    }

    /// <summary>A forum post is a thread whose first message has the same id.</summary>
    JsonObject Post(ApiRequest request, JsonObject forum)
    {
        access.Channel(request, Permissions.SendMessages);
        ThreadRules.CheckPost(request.Body, forum);
        var id = ids.Next();
        var payload = uploads.Attach(request.Body.Object("message")!, request.Files, forum.Text("id")!);
        MessageRules.CheckNew(payload, request.Sent.Length);
        if (ThreadRules.AsksForModeratedTags(request.Body, forum))
            access.Channel(request, Permissions.ManageThreads);
        var thread = Open(id, ChannelType.PublicThread, forum, request.Body);
        var message = messages.Post(new MessageDraft
        {
            Id = id,
            ChannelId = id,
            AuthorId = Seed.ApplicationId,
            Payload = payload,
            Flags = (payload.Whole("flags") ?? 0) & SettableFlags,
        });
        var created = channels.ForBot(thread);
        created["message"] = message.Json.DeepClone();
        return created;
    }

    JsonObject Open(string id, long type, JsonObject parent, JsonObject asked) =>
        channels.OpenThread(id, type, parent, Seed.ApplicationId, asked);

    JsonObject UnarchivedThread(ApiRequest request)
    {
        var thread = access.Channel(request);
        if (!ChannelType.IsThread(thread))
            throw DiscordError.WrongChannelType();
        return Threads.IsArchived(thread) ? throw DiscordError.ThreadArchived() : thread;
    }

    /// <summary>The bot itself; or another member, for which it needs a permission.</summary>
    string UserOf(ApiRequest request, ulong permission)
    {
        if (request.Route("user") is "@me" or Seed.ApplicationId)
            return Seed.ApplicationId;
        var guild = directory.GuildOf(access.Channel(request, permission))!;
        return guild.Member(request.Route("user")) is null ? throw DiscordError.UnknownMember() : request.Route("user");
    }

    /// <summary>The type of public threads in a channel; null if it can't have any.</summary>
    static int? PublicThreadType(JsonObject channel) => channel.Whole("type") switch
    {
        ChannelType.Text => ChannelType.PublicThread,
        ChannelType.Announcement => ChannelType.AnnouncementThread,
        _ => null,
    };
}
