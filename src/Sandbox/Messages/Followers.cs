using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>
/// Channels that follow announcement channels, and get a copy of each message that is published there.
/// https://discord.com/developers/docs/resources/channel#follow-announcement-channel
/// </summary>
sealed class Followers(Places places, MessageStore store, MessageBoard board, GuildChanges changes, Snowflakes ids)
{
    /// <summary>The id of the webhook that copies come from; following twice changes nothing.</summary>
    public string Follow(JsonObject source, JsonObject target)
    {
        var (from, to) = (source.Text("id")!, target.Text("id")!);
        if (Of(from).FirstOrDefault(one => one.Text("webhook_channel_id") == to) is { } known)
            return known.Text("webhook_id")!;
        var webhook = ids.Next();
        changes.PutFollow(new JsonObject { ["channel_id"] = from, ["webhook_channel_id"] = to, ["webhook_id"] = webhook });
        return webhook;
    }

    public void Copy(StoredMessage published)
    {
        foreach (var follow in Of(published.ChannelId).Where(one => places.Channel(one.Text("webhook_channel_id")!) is not null).ToList())
            Copy(published, follow.Text("webhook_channel_id")!, follow.Text("webhook_id")!);
    }

    /// <summary>What is edited is edited in its copies too.</summary>
    public void Edited(StoredMessage original, JsonObject edit)
    {
        if (!original.Has(MessageFlags.Crossposted))
            return;
        var payload = edit.Copy();
        payload["allowed_mentions"] = Nobody();
        var copies = Of(original.ChannelId).SelectMany(one => store.In(one.Text("webhook_channel_id")!)).Where(message => IsCopy(message, original.Id));
        foreach (var copy in copies.ToList())
            board.Edit(copy, payload, MessageDraft.PingAll);
    }

    IEnumerable<JsonObject> Of(string sourceId) => changes.Follows.Where(one => one.Text("channel_id") == sourceId);

    static bool IsCopy(StoredMessage message, string originalId) =>
        message.Has(MessageFlags.IsCrosspost) && message.Json.Object("message_reference")?.Text("message_id") == originalId;

    void Copy(StoredMessage published, string target, string webhook)
    {
        var payload = published.Json.Copy();
        // Nobody is pinged twice.
        payload["allowed_mentions"] = Nobody();
        var source = places.Channel(published.ChannelId)!;
        board.Post(new MessageDraft
        {
            ChannelId = target,
            AuthorId = published.AuthorId,
            Payload = payload,
            Flags = (published.Flags & ~MessageFlags.Crossposted) | MessageFlags.IsCrosspost,
            Extra = new JsonObject
            {
                ["author"] = Webhook(webhook, $"{places.Of(source)!.Name} #{source.Text("name")}"),
                ["webhook_id"] = webhook,
                ["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = published.ChannelId, ["message_id"] = published.Id, ["guild_id"] = source.Text("guild_id") },
            },
        });
    }

    static JsonObject Nobody() => new() { ["parse"] = new JsonArray() };

    static JsonObject Webhook(string id, string name) => new()
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
