using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Reading, editing and deleting messages. https://discord.com/developers/docs/resources/message</summary>
sealed class MessagesApi(
    Access access, MessageStore store, MessageService messages, ChannelFollowers followers, Uploads uploads, Typing typing,
    RateLimiter limiter, TimeProvider clock)
{
    const int FewestDeleted = 2;
    const int MostDeleted = 100;

    static readonly TimeSpan Deletable = TimeSpan.FromDays(14);

    public ApiResponse GetChannelMessages(ApiRequest request)
    {
        var channel = access.Channel(request);
        var (limit, before, after, around) = MessageQuery.Read(request);
        if (!access.BotHas(channel, Permissions.ReadMessageHistory))
            return ApiResponse.Ok(new JsonArray());
        var all = store.In(channel.Text("id")!).Where(message => message.OnlyFor is null);
        var page = (before, after, around) switch
        {
            ({ } id, _, _) => all.Where(message => Key(message) < id).TakeLast(limit),
            (_, { } id, _) => all.Where(message => Key(message) > id).Take(limit),
            (_, _, { } id) => all.Where(message => Key(message) < id).TakeLast(limit / 2)
                .Concat(all.Where(message => Key(message) >= id).Take(limit - (limit / 2))),
            _ => all.TakeLast(limit),
        };
        return ApiResponse.Ok(Json.ArrayOf(page.Reverse().Select(message => message.Json)));
    }

    public ApiResponse GetChannelMessage(ApiRequest request) =>
        ApiResponse.Ok(access.Message(request, access.Channel(request, Permissions.ReadMessageHistory)).Json);

    public ApiResponse EditMessage(ApiRequest request)
    {
        var channel = access.Channel(request);
        var message = access.Message(request, channel);
        if (message.AuthorId != Seed.ApplicationId)
            throw DiscordError.NotYourMessage();
        CheckIsNoThreadStarter(message);
        if (ChannelType.IsThread(channel) && Threads.IsArchived(channel))
            throw DiscordError.ThreadArchived();
        var changes = uploads.Attach(request.Body, request.Files, message.ChannelId, message.Json);
        MessageRules.CheckEdit(changes, message.Json, request.Sent.Length);
        if (message.Has(MessageFlags.Crossposted) && limiter.TakePublishedEdit(message.Id) is { } early)
            return early.ToResponse(Bucket.EditMessage, clock.GetUtcNow());
        var edited = messages.Edit(message, changes, MessageDraft.PingAll);
        followers.Edited(edited, changes);
        return ApiResponse.Ok(edited.Json);
    }

    public ApiResponse DeleteMessage(ApiRequest request)
    {
        var message = access.Message(request, access.Channel(request));
        CheckIsNoThreadStarter(message);
        if (message.AuthorId != Seed.ApplicationId)
            access.Channel(request, Permissions.ManageMessages);
        messages.Delete(message);
        followers.Deleted(message);
        return ApiResponse.NoContent;
    }

    public ApiResponse BulkDeleteMessages(ApiRequest request)
    {
        var channel = access.Channel(request, Permissions.ManageMessages);
        var ids = request.Body.Texts("messages").ToList();
        if (ids.Count is < FewestDeleted or > MostDeleted)
            throw DiscordError.TooFewOrManyMessages();
        if (ids.Distinct().Count() < ids.Count)
            throw FormErrors.Single("messages", "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        var oldest = clock.GetUtcNow() - Deletable;
        if (ids.Exists(id => Snowflakes.TryParse(id, out var key) && Snowflakes.TimeOf(key) < oldest))
            throw DiscordError.TooOldToDelete();
        var found = ids.Select(id => store.Find(channel.Text("id")!, id)).OfType<StoredMessage>();
        IReadOnlyList<StoredMessage> deleted = [.. found.Where(message => message.OnlyFor is null)];
        messages.DeleteAll(channel, deleted);
        foreach (var message in deleted)
            followers.Deleted(message);
        return ApiResponse.NoContent;
    }

    public ApiResponse TriggerTypingIndicator(ApiRequest request)
    {
        typing.Start(access.Channel(request, Permissions.SendMessages), Seed.ApplicationId);
        return ApiResponse.NoContent;
    }

    /// <summary>A thread's starter message can't be changed or deleted while the thread exists.</summary>
    static void CheckIsNoThreadStarter(StoredMessage message)
    {
        if (message.Type == MessageType.ThreadStarter)
            throw DiscordError.SystemMessage();
    }

    static ulong Key(StoredMessage message) => Snowflakes.Parse(message.Id);
}
