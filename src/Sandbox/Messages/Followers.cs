using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>
/// Channels that follow announcement channels, and get a copy of each message that is published there.
/// https://discord.com/developers/docs/resources/channel#follow-announcement-channel
/// </summary>
sealed class Followers(Places places, MessageStore store, MessageBoard board, Snowflakes ids)
{
    readonly Dictionary<string, List<StoredMessage>> copies = [];
    readonly List<(string SourceId, string TargetId, string WebhookId)> all = [];

    /// <summary>The id of the webhook that copies come from; following twice changes nothing.</summary>
    public string Follow(JsonObject source, JsonObject target)
    {
        var (from, to) = (source.Text("id")!, target.Text("id")!);
        if (all.Find(one => one.SourceId == from && one.TargetId == to) is { WebhookId: { } known })
            return known;
        var webhook = ids.Next();
        all.Add((from, to, webhook));
        return webhook;
    }

    public void Copy(StoredMessage published)
    {
        foreach (var (_, target, webhook) in all.Where(one => one.SourceId == published.ChannelId && places.Channel(one.TargetId) is not null).ToList())
            Copy(published, target, webhook);
    }

    /// <summary>What is edited is edited in its copies too.</summary>
    public void Edited(StoredMessage original, JsonObject changes)
    {
        if (!copies.TryGetValue(original.Id, out var made))
            return;
        var payload = changes.Copy();
        payload["allowed_mentions"] = Nobody();
        for (var i = 0; i < made.Count; i++)
        {
            if (store.Find(made[i].ChannelId, made[i].Id) is { } copy)
                made[i] = board.Edit(copy, payload, MessageDraft.PingAll);
        }
    }

    void Copy(StoredMessage published, string target, string webhook)
    {
        var payload = published.Json.Copy();
        // Nobody is pinged twice.
        payload["allowed_mentions"] = Nobody();
        var source = places.Channel(published.ChannelId)!;
        var copy = board.Post(new MessageDraft
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
        if (!copies.TryGetValue(published.Id, out var made))
            copies[published.Id] = made = [];
        made.Add(copy);
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
