using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>The message object, built from a draft or from an older version and an edit.</summary>
static class MessageJson
{
    public static JsonObject New(string id, DateTimeOffset now, MessageDraft draft, ChannelDirectory directory)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["type"] = draft.Type,
            ["channel_id"] = draft.ChannelId,
            ["author"] = directory.User(draft.AuthorId).DeepClone(),
            ["content"] = draft.Payload.Text("content")?.Trim() ?? "",
            ["timestamp"] = Timestamps.Write(now),
            ["edited_timestamp"] = null,
            ["tts"] = draft.Payload.Flag("tts"),
            ["attachments"] = Json.ArrayOf(draft.Payload.Objects("attachments")),
            ["embeds"] = Embeds.Normalize(draft.Payload.Objects("embeds")),
            ["components"] = ComponentDefaults.Normalize(draft.Payload.Objects("components")),
            ["pinned"] = false,
            ["flags"] = draft.Flags,
        };
        Ping(message, draft.Payload, draft.Pings, directory);
        foreach (var (name, value) in draft.Extra)
            message[name] = value?.DeepClone();
        return message;
    }

    /// <summary>Fields absent from the payload stay; null empties them. An edit can't remove the ephemeral and V2 flags.</summary>
    public static JsonObject Edited(
        JsonObject old, JsonObject payload, IReadOnlyList<string> pings, DateTimeOffset now, ChannelDirectory directory)
    {
        var message = old.Copy();
        if (payload.ContainsKey("content"))
            message["content"] = payload.Text("content")?.Trim() ?? "";
        if (payload.ContainsKey("embeds"))
            message["embeds"] = Embeds.Normalize(payload.Objects("embeds"));
        if (payload.ContainsKey("attachments"))
            message["attachments"] = Json.ArrayOf(payload.Objects("attachments"));
        if (payload.ContainsKey("components"))
            message["components"] = ComponentDefaults.Normalize(payload.Objects("components"));
        message["flags"] = EditedFlags(old.Whole("flags") ?? 0, payload);
        // Replacing "thinking…" with the answer doesn't count as an edit.
        if (((old.Whole("flags") ?? 0) & MessageFlags.Loading) == 0)
            message["edited_timestamp"] = Timestamps.Write(now);
        Ping(message, payload, pings, directory);
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

    static void Ping(JsonObject message, JsonObject payload, IReadOnlyList<string> pings, ChannelDirectory directory)
    {
        var author = message.Object("author")!.Text("id")!;
        var channel = directory.Channel(message.Text("channel_id")!)!;
        var mentions = Mentions.In(Components.TextOf(message), payload.Object("allowed_mentions"), pings,
            directory.HasPermission(author, channel, Permissions.MentionEveryone), directory.GuildOf(channel) ?? directory.Home);
        message["mention_everyone"] = mentions.Everyone;
        message["mentions"] = Json.ArrayOf(mentions.Users.Select(directory.User));
        message["mention_roles"] = Json.ArrayOf(mentions.Roles);
    }
}
