using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// Channels that follow announcement channels and get a copy of each message published there, without its components: their
/// loss is not documented, but reported and confirmed by Discord's staff.
/// https://discord.com/developers/docs/resources/channel#follow-announcement-channel
/// </summary>
sealed class ChannelFollowers(
    ChannelDirectory directory, MessageStore store, MessageService messages, GuildChangeLog changes, Snowflakes ids, EventBus events)
{
    const long NotCopied = MessageFlags.Crossposted | MessageFlags.IsComponentsV2;

    const int MostWebhooks = 15;

    /// <summary>What Discord writes in place of a published message that was deleted, in every language.</summary>
    const string DeletedText = "[Original Message Deleted]";

    /// <summary>Returns the id of the webhook that posts the copies. Following a channel twice changes nothing.</summary>
    /// <exception cref="DiscordException">The channel follows as many as it may.</exception>
    public string Follow(JsonObject source, JsonObject target)
    {
        var (from, to) = (source.Text("id")!, target.Text("id")!);
        if (FollowersOf(from).FirstOrDefault(one => one.Text("webhook_channel_id") == to) is { } known)
            return known.Text("webhook_id")!;
        if (WebhooksIn(target).Count() >= MostWebhooks)
            throw DiscordError.TooManyWebhooks();
        var webhook = ids.Next();
        changes.PutFollow(new JsonObject { ["channel_id"] = from, ["webhook_channel_id"] = to, ["webhook_id"] = webhook });
        AnnounceWebhooks(target);
        return webhook;
    }

    /// <summary>The channel into which a webhook posts copies; null if there is no such webhook.</summary>
    public JsonObject? TargetOf(string webhook) =>
        changes.Follows.FirstOrDefault(one => one.Text("webhook_id") == webhook) is { } follow
            ? directory.Channel(follow.Text("webhook_channel_id")!)
            : null;

    /// <summary>Ends a following. The copies stay.</summary>
    public void Unfollow(string webhook)
    {
        var target = TargetOf(webhook);
        changes.DeleteFollow(webhook);
        if (target is not null)
            AnnounceWebhooks(target);
    }

    /// <summary>The webhooks that post copies to a channel. https://discord.com/developers/docs/resources/webhook#webhook-object</summary>
    public IEnumerable<JsonObject> WebhooksIn(JsonObject channel) => changes.Follows
        .Where(one => one.Text("webhook_channel_id") == channel.Text("id"))
        .Select(one => Webhook(one.Text("webhook_id")!, directory.Channel(one.Text("channel_id")!)!, channel));

    /// <summary>Posts a copy of a published message to every follower.</summary>
    public void Copy(StoredMessage published)
    {
        foreach (var follower in FollowersOf(published.ChannelId).ToList())
        {
            if (directory.Channel(follower.Text("webhook_channel_id")!) is { } target)
                Copy(published, target, follower.Text("webhook_id")!);
        }
    }

    /// <summary>Applies an edit of a published message to its copies.</summary>
    public void Edited(StoredMessage original, JsonObject edit)
    {
        if (!original.Has(MessageFlags.Crossposted))
            return;
        var payload = ForCopy(edit);
        foreach (var copy in CopiesOf(original))
            messages.Edit(copy, payload, MessageDraft.PingAll);
    }

    /// <summary>Says in the copies of a published message that it was deleted.</summary>
    public void Deleted(StoredMessage original)
    {
        if (!original.Has(MessageFlags.Crossposted))
            return;
        foreach (var copy in CopiesOf(original))
            messages.SourceDeleted(copy, DeletedText);
    }

    IReadOnlyList<StoredMessage> CopiesOf(StoredMessage original) =>
    [
        .. FollowersOf(original.ChannelId)
            .SelectMany(one => store.In(one.Text("webhook_channel_id")!))
            .Where(message => IsCopy(message, original.Id)),
    ];

    void AnnounceWebhooks(JsonObject target)
    {
        var guild = target.Text("guild_id");
        var update = new JsonObject { ["guild_id"] = guild, ["channel_id"] = target.Text("id") };
        events.SendToBots("WEBHOOKS_UPDATE", update, Intents.GuildWebhooks, guild);
    }

    IEnumerable<JsonObject> FollowersOf(string sourceId) => changes.Follows.Where(one => one.Text("channel_id") == sourceId);

    static bool IsCopy(StoredMessage message, string originalId) =>
        message.Has(MessageFlags.IsCrosspost) && message.Json.Object("message_reference")?.Text("message_id") == originalId;

    void Copy(StoredMessage published, JsonObject target, string webhook)
    {
        var source = directory.Channel(published.ChannelId)!;
        messages.Post(new MessageDraft
        {
            ChannelId = target.Text("id")!,
            AuthorId = published.AuthorId,
            Payload = ForCopy(published.Json),
            Flags = (published.Flags & ~NotCopied) | MessageFlags.IsCrosspost,
            Extra = new JsonObject
            {
                ["author"] = Author(webhook, Name(source)),
                ["webhook_id"] = webhook,
                ["message_reference"] = ReplyTo.Reference(published.Id, source),
            },
        });
    }

    static JsonObject ForCopy(JsonObject message)
    {
        var payload = message.Copy();
        payload.Remove("components");
        if (payload.Whole("flags") is { } flags)
            payload["flags"] = flags & ~NotCopied;
        // The original has pinged people already.
        payload["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() };
        return payload;
    }

    JsonObject Webhook(string id, JsonObject source, JsonObject target) => new()
    {
        ["id"] = id,
        ["type"] = 2,
        ["name"] = Name(source),
        ["avatar"] = null,
        ["application_id"] = null,
        ["channel_id"] = target.Text("id"),
        ["guild_id"] = target.Text("guild_id"),
        ["source_channel"] = new JsonObject { ["id"] = source.Text("id"), ["name"] = source.Text("name") },
        ["source_guild"] = new JsonObject
        {
            ["id"] = source.Text("guild_id"),
            ["name"] = directory.GuildOf(source)!.Name,
            ["icon"] = null,
        },
    };

    string Name(JsonObject source) => $"{directory.GuildOf(source)!.Name} #{source.Text("name")}";

    static JsonObject Author(string id, string name) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = "0000",
        ["global_name"] = null,
        ["avatar"] = null,
        ["bot"] = true,
        ["flags"] = 0,
        ["public_flags"] = 0,
        ["primary_guild"] = null,
    };
}
