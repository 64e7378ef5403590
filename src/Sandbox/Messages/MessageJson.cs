using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Messages;

/// <summary>The message object: made from a draft, or from an older one and what an edit changes.</summary>
static class MessageJson
{
    public static JsonObject New(string id, DateTimeOffset now, MessageDraft draft, Places places)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["type"] = draft.Type,
            ["channel_id"] = draft.ChannelId,
            ["author"] = places.User(draft.AuthorId).DeepClone(),
            ["content"] = draft.Payload.Text("content")?.Trim() ?? "",
            ["timestamp"] = Timestamps.Write(now),
            ["edited_timestamp"] = null,
            ["tts"] = draft.Payload.Flag("tts"),
            ["attachments"] = Json.ArrayOf(draft.Payload.Objects("attachments")),
            ["embeds"] = Embeds.Kept(draft.Payload.Objects("embeds")),
            ["components"] = Components.Kept(draft.Payload.Objects("components")),
            ["pinned"] = false,
            ["flags"] = draft.Flags,
        };
        Ping(message, draft.Payload, draft.Pings, places);
        foreach (var (name, value) in draft.Extra)
            message[name] = value?.DeepClone();
        return message;
    }

    /// <summary>What is absent from the payload stays; null empties. The ephemeral and V2 flags outlive every edit.</summary>
    public static JsonObject Edited(JsonObject old, JsonObject payload, IReadOnlyList<string> pings, DateTimeOffset now, Places places)
    {
        var message = old.Copy();
        if (payload.ContainsKey("content"))
            message["content"] = payload.Text("content")?.Trim() ?? "";
        if (payload.ContainsKey("embeds"))
            message["embeds"] = Embeds.Kept(payload.Objects("embeds"));
        if (payload.ContainsKey("attachments"))
            message["attachments"] = Json.ArrayOf(payload.Objects("attachments"));
        if (payload.ContainsKey("components"))
            message["components"] = Components.Kept(payload.Objects("components"));
        message["flags"] = EditedFlags(old.Whole("flags") ?? 0, payload);
        // What fills a "thinking…" message is the answer, not a second thought.
        if (((old.Whole("flags") ?? 0) & MessageFlags.Loading) == 0)
            message["edited_timestamp"] = Timestamps.Write(now);
        Ping(message, payload, pings, places);
        return message;
    }

    static long EditedFlags(long old, JsonObject payload)
    {
        const long editable = MessageFlags.SuppressEmbeds;
        var kept = old & ~MessageFlags.Loading;
        return payload.Whole("flags") is { } asked
            ? (kept & ~editable) | (asked & (editable | MessageFlags.IsComponentsV2))
            : kept;
    }

    static void Ping(JsonObject message, JsonObject payload, IReadOnlyList<string> pings, Places places)
    {
        var author = message.Object("author")!.Text("id")!;
        var channel = places.Channel(message.Text("channel_id")!)!;
        var mentions = Mentions.In(Components.TextOf(message), payload.Object("allowed_mentions"), pings,
            places.May(author, channel, Permissions.MentionEveryone), places.Of(channel) ?? places.Home);
        message["mention_everyone"] = mentions.Everyone;
        message["mentions"] = Json.ArrayOf(mentions.Users.Select(places.User));
        message["mention_roles"] = Json.ArrayOf(mentions.Roles);
    }
}
