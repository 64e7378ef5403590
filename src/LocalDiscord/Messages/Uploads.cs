using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// Stores the files of a request, lists them in the message's attachments, and replaces every <c>attachment://name</c> with
/// the file's URL.
/// </summary>
sealed class Uploads(ChannelDirectory directory, AttachmentStore attachments, Snowflakes ids, ServerAddress address)
{
    const string Scheme = "attachment://";

    /// <summary>A copy of the payload with complete attachments and links; the payload itself if it has no files.</summary>
    /// <param name="old">The message that is edited, if any; its attachments can be kept.</param>
    /// <exception cref="DiscordException">A file is too large, or the payload refers to a file that isn't there.</exception>
    public JsonObject Attach(JsonObject payload, IReadOnlyList<UploadedFile> files, string channelId, JsonObject? old = null)
    {
        if (files.Count == 0 && payload["attachments"] is not JsonArray { Count: > 0 } && !HasLinks(payload))
            return payload;
        CheckRights(files, channelId);
        var kept = old?.Objects("attachments").ToDictionary(one => one.Text("id")!) ?? [];
        var attached = payload["attachments"] is JsonArray asked
            ? asked.OfType<JsonObject>().Select(one => kept.GetValueOrDefault(Number(one)) ?? New(one, files, channelId)).ToList()
            : [.. kept.Values, .. files.Select(file => New(new JsonObject { ["id"] = file.Number }, files, channelId))];
        if (attached.Count > Limits.Attachments)
            throw FormErrors.Single("attachments", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.Attachments} or fewer in length.");
        var copy = payload.Copy();
        copy["attachments"] = Json.ArrayOf(attached);
        foreach (var part in new[] { "embeds", "components" })
            Link(copy[part], attached);
        return copy;
    }

    void CheckRights(IReadOnlyList<UploadedFile> files, string channelId)
    {
        if (files.Count > 0 && !directory.HasPermission(Seed.ApplicationId, directory.Channel(channelId), Permissions.AttachFiles))
            throw DiscordError.MissingPermissions();
        if (files.Any(file => file.Bytes.Length > Limits.FileSize))
            throw DiscordError.TooLarge();
    }

    JsonObject New(JsonObject asked, IReadOnlyList<UploadedFile> files, string channelId)
    {
        var file = files.FirstOrDefault(file => file.Number == Number(asked)) ?? throw DiscordError.FileNotFound();
        var attachment = Keep(file, channelId);
        foreach (var field in new[] { "title", "description" })
        {
            if (asked.Text(field) is { } text)
                attachment[field] = text;
        }

        return attachment;
    }

    /// <summary>Stores a file. Returns the attachment that tells where it is.</summary>
    public JsonObject Keep(UploadedFile file, string channelId)
    {
        var id = ids.Next();
        attachments.Put(id, file.Bytes);
        var url = $"{address.Http}{AttachmentStore.Path}/{channelId}/{id}/{file.Name}";
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = AttachmentStore.ContentType(file.Name),
        };
    }

    /// <summary>An attachment's id or a file's number, which libraries send as text or as a number.</summary>
    static string Number(JsonObject asked) =>
        asked.Text("id") ?? asked.Whole("id")?.ToString(CultureInfo.InvariantCulture) ?? "";

    static bool HasLinks(JsonObject payload) => Json.Text(payload["embeds"]).Contains(Scheme, StringComparison.Ordinal)
        || Json.Text(payload["components"]).Contains(Scheme, StringComparison.Ordinal);

    static void Link(JsonNode? part, IReadOnlyList<JsonObject> attached)
    {
        foreach (var child in (part as JsonArray ?? []).ToList())
            Link(child, attached);
        foreach (var (name, value) in (part as JsonObject ?? []).ToList())
        {
            if (value.AsText() is { } text && text.StartsWith(Scheme, StringComparison.Ordinal))
                Link((JsonObject)part!, name, text[Scheme.Length..], attached);
            else
                Link(value, attached);
        }
    }

    static void Link(JsonObject holder, string field, string fileName, IReadOnlyList<JsonObject> attached)
    {
        var file = attached.FirstOrDefault(one => one.Text("filename") == fileName) ?? throw DiscordError.FileNotFound();
        holder[field] = file.Text("url");
        if (field == "url" && holder.Parent is JsonObject component && component.Whole("type") == Components.File)
            (component["name"], component["size"]) = (file.Text("filename"), file.Whole("size"));
    }
}
