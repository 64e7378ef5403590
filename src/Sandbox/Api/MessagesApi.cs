using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>https://discord.com/developers/docs/resources/message</summary>
sealed class MessagesApi(World world, Uploads uploads)
{
    /// <summary>How long enforce_nonce looks back; the documentation says "the past few minutes".</summary>
    public static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(5);

    static readonly TimeSpan Deletable = TimeSpan.FromDays(14);

    const int FewestDeleted = 2;
    const int MostDeleted = 100;
    const long SettableFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    public Answer CreateMessage(Call call)
    {
        var channel = Access.Channel(call, world);
        CheckIsForMessages(channel);
        Access.Channel(call, world, Permissions.SendMessages);
        if (DirectMessages.IsRefused(channel, world))
            throw DiscordError.RefusesMessages();
        if (ChannelType.IsThread(channel) && Threads.IsLocked(channel) && !world.Places.May(Seed.ApplicationId, channel, Permissions.ManageThreads))
            throw DiscordError.ThreadLocked();
        var payload = uploads.Attach(call.Body, call.Files, channel.Text("id")!);
        MessageRules.CheckNew(payload);
        if (call.Body.Objects("embeds").Any())
            Access.Channel(call, world, Permissions.EmbedLinks);
        var nonce = call.Body["nonce"]?.ToString();
        if (nonce is not null && call.Body.Flag("enforce_nonce") && world.Messages.WithNonce(Seed.ApplicationId, nonce, world.Clock.GetUtcNow() - NonceWindow) is { } earlier)
            return Answer.Ok(WithNonce(earlier));
        var (type, extra) = ReplyTo.Read(call.Body, channel, world);
        return Answer.Ok(WithNonce(world.Board.Post(new MessageDraft
        {
            ChannelId = channel.Text("id")!,
            AuthorId = Seed.ApplicationId,
            Payload = payload,
            Type = type,
            Extra = extra,
            Flags = (call.Body.Whole("flags") ?? 0) & SettableFlags,
            Nonce = nonce,
        })));
    }

    public Answer GetChannelMessages(Call call)
    {
        var channel = Access.Channel(call, world);
        var (limit, before, after, around) = MessagePage.Read(call);
        if (!world.Places.May(Seed.ApplicationId, channel, Permissions.ReadMessageHistory))
            return Answer.Ok(new JsonArray());
        var messages = world.Messages.In(channel.Text("id")!).Where(message => message.OnlyFor is null);
        var page = (before, after, around) switch
        {
            ({ } id, _, _) => messages.Where(message => Key(message) < id).TakeLast(limit),
            (_, { } id, _) => messages.Where(message => Key(message) > id).Take(limit),
            (_, _, { } id) => messages.Where(message => Key(message) < id).TakeLast(limit / 2)
                .Concat(messages.Where(message => Key(message) >= id).Take(limit - (limit / 2))),
            _ => messages.TakeLast(limit),
        };
        return Answer.Ok(Json.ArrayOf(page.Reverse().Select(message => message.Json)));
    }

    public Answer GetChannelMessage(Call call) =>
        Answer.Ok(Access.Message(call, world, Access.Channel(call, world, Permissions.ReadMessageHistory)).Json);

    public Answer EditMessage(Call call)
    {
        var channel = Access.Channel(call, world);
        var message = Access.Message(call, world, channel);
        if (message.AuthorId != Seed.ApplicationId)
            throw DiscordError.NotYourMessage();
        CheckIsNoSystemMessage(message);
        if (ChannelType.IsThread(channel) && Threads.IsArchived(channel))
            throw DiscordError.ThreadArchived();
        var changes = uploads.Attach(call.Body, call.Files, message.ChannelId, message.Json);
        MessageRules.CheckEdit(changes, message.Json);
        var edited = world.Board.Edit(message, changes, MessageDraft.PingAll);
        world.Followers.Edited(edited, changes);
        return Answer.Ok(edited.Json);
    }

    public Answer DeleteMessage(Call call)
    {
        var message = Access.Message(call, world, Access.Channel(call, world));
        CheckIsNoSystemMessage(message);
        if (message.AuthorId != Seed.ApplicationId)
            Access.Channel(call, world, Permissions.ManageMessages);
        world.Board.Remove(message);
        return Answer.NoContent;
    }

    public Answer BulkDeleteMessages(Call call)
    {
        var channel = Access.Channel(call, world, Permissions.ManageMessages);
        var ids = call.Body.List("messages").Select(id => id?.ToString() ?? "").ToList();
        if (ids.Count is < FewestDeleted or > MostDeleted)
            throw DiscordError.TooFewOrManyMessages();
        if (ids.Distinct().Count() < ids.Count)
            throw FormErrors.Single("messages", "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        var oldest = world.Clock.GetUtcNow() - Deletable;
        if (ids.Exists(id => Snowflakes.TryParse(id, out var key) && Snowflakes.TimeOf(key) < oldest))
            throw DiscordError.TooOldToDelete();
        world.Board.RemoveAll(channel, [.. ids.Select(id => world.Messages.Find(channel.Text("id")!, id)).OfType<StoredMessage>().Where(message => message.OnlyFor is null)]);
        return Answer.NoContent;
    }

    public Answer TriggerTypingIndicator(Call call)
    {
        Access.Channel(call, world, Permissions.SendMessages);
        return Answer.NoContent;
    }

    public Answer CrosspostMessage(Call call)
    {
        var channel = Access.Channel(call, world);
        if (channel.Whole("type") != ChannelType.Announcement)
            throw DiscordError.WrongChannelType();
        var message = Access.Message(call, world, channel);
        Access.Channel(call, world, message.AuthorId == Seed.ApplicationId ? Permissions.SendMessages : Permissions.ManageMessages);
        if (message.Has(MessageFlags.Crossposted))
            throw DiscordError.AlreadyCrossposted();
        var published = world.Board.Crosspost(message);
        world.Followers.Copy(published);
        return Answer.Ok(published.Json);
    }

    static void CheckIsForMessages(JsonObject channel)
    {
        switch (channel.Whole("type"))
        {
            case ChannelType.Forum:
                throw DiscordError.ForumNeedsThread();
            case ChannelType.Category:
                throw DiscordError.NotATextChannel();
        }
    }

    /// <summary>That which stands for the message that a thread began with stays as long as the thread.</summary>
    static void CheckIsNoSystemMessage(StoredMessage message)
    {
        if (message.Type == MessageType.ThreadStarter)
            throw DiscordError.SystemMessage();
    }

    static ulong Key(StoredMessage message) => Snowflakes.Parse(message.Id);

    static JsonObject WithNonce(StoredMessage message)
    {
        var json = message.Json.Copy();
        if (message.Nonce is { } nonce)
            json["nonce"] = nonce;
        return json;
    }
}
