using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>https://discord.com/developers/docs/resources/message#create-message</summary>
/// <param name="enforcesNonces">Whether <c>enforce_nonce</c> has an effect.</param>
/// <param name="readsContent">Whether the bot may read the content of messages that aren't for it.</param>
sealed class NewMessagesApi(
    Access access, ChannelDirectory directory, DirectMessages directMessages, MessageStore store, MessageService messages,
    Uploads uploads, TimeProvider clock, bool enforcesNonces, Func<bool> readsContent)
{
    const long SettableFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    /// <summary>How far back enforce_nonce looks; the documentation says "the past few minutes".</summary>
    static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(5);

    public ApiResponse CreateMessage(ApiRequest request)
    {
        var channel = access.Channel(request);
        CheckTakesMessages(request, channel);
        var payload = uploads.Attach(request.Body, request.Files, channel.Text("id")!);
        MessageRules.CheckNew(payload, request.Sent.Length);
        if (request.Body.Objects("embeds").Any())
            access.Channel(request, Permissions.EmbedLinks);
        var nonce = request.Body["nonce"]?.ToString();
        if (nonce is not null && enforcesNonces && request.Body.Flag("enforce_nonce") && Earlier(nonce) is { } earlier)
            return ApiResponse.Ok(WithNonce(earlier));
        var isForward = Forward.IsAsked(request.Body);
        var (type, extra) = isForward
            ? (MessageType.Default, Forward.Fields(request.Body, directory, store, readsContent()))
            : ReplyTo.Read(request.Body, channel, directory, store);
        return ApiResponse.Ok(WithNonce(messages.Post(new MessageDraft
        {
            ChannelId = channel.Text("id")!,
            AuthorId = Seed.ApplicationId,
            Payload = payload,
            Type = type,
            Extra = extra,
            Flags = ((request.Body.Whole("flags") ?? 0) & SettableFlags) | (isForward ? MessageFlags.HasSnapshot : 0),
            Nonce = nonce,
        })));
    }

    void CheckTakesMessages(ApiRequest request, JsonObject channel)
    {
        switch (channel.Whole("type"))
        {
            case ChannelType.Forum:
                throw DiscordError.ForumNeedsThread();
            case ChannelType.Category:
                throw DiscordError.NotATextChannel();
        }

        access.Channel(request, Permissions.SendMessages);
        if (directMessages.IsBlocked(channel))
            throw DiscordError.RefusesMessages();
        if (ChannelType.IsThread(channel) && Threads.IsLocked(channel) && !access.BotHas(channel, Permissions.ManageThreads))
            throw DiscordError.ThreadLocked();
    }

    StoredMessage? Earlier(string nonce) => store.WithNonce(Seed.ApplicationId, nonce, clock.GetUtcNow() - NonceWindow);

    static JsonObject WithNonce(StoredMessage message)
    {
        var json = message.Json.Copy();
        if (message.Nonce is { } nonce)
            json["nonce"] = nonce;
        return json;
    }
}
