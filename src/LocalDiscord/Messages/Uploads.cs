using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>
/// Stores the files of a request, and replaces every <c>attachment://name</c> with the file's URL. The message's attachments list the
/// files that neither an embed nor a component shows.
/// https://discord.com/developers/docs/resources/message#message-object
/// </summary>
sealed class Uploads(ChannelDirectory directory, AttachmentStore attachments, Snowflakes ids, ServerAddress address)
{
    const string Scheme = "attachment://";

    /// <summary>What can show a file.</summary>
    static readonly string[] Parts = ["embeds", "components"];

    /// <summary>A copy of the payload with complete attachments and links; the payload itself if it has no files.</summary>
    /// <param name="old">The message that is edited, if any; its files can be kept.</param>
    /// <exception cref="DiscordException">A file is too large, or the payload refers to a file that isn't there.</exception>
    public JsonObject Attach(JsonObject payload, IReadOnlyList<UploadedFile> files, string channelId, JsonObject? old = null)
    {
        var kept = old is null ? [] : FilesOf(old).DistinctBy(one => one.Text("id")).ToDictionary(one => one.Text("id")!);
        if (files.Count == 0 && kept.Count == 0 && payload["attachments"] is not JsonArray { Count: > 0 } && !HasLinks(payload))
            return payload;
        CheckRights(files, channelId);
        var attached = payload["attachments"] is JsonArray asked
            ? asked.OfType<JsonObject>().Select(one => kept.GetValueOrDefault(one.Text("id") ?? "") ?? New(one, files, channelId)).ToList()
            : [.. kept.Values, .. files.Select(file => New(new JsonObject { ["id"] = file.Number }, files, channelId))];
        if (attached.Count > Limits.Attachments)
            throw FormErrors.Single("attachments", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.Attachments} or fewer in length.");
        var copy = payload.Copy();
        foreach (var part in Parts)
            Link(copy[part], attached);
        var shown = Parts
            .SelectMany(part => Texts(copy.ContainsKey(part) ? copy[part] : old?[part]))
            .Select(AttachmentStore.IdIn)
            .ToHashSet();
        copy["attachments"] = Json.ArrayOf(attached.Where(one => !shown.Contains(one.Text("id"))));
        return copy;
    }

    /// <summary>The files of a message, those that it shows included.</summary>
    IEnumerable<JsonObject> FilesOf(JsonObject message) => message.Objects("attachments").Concat(
        from text in Parts.SelectMany(part => Texts(message[part]))
        let id = AttachmentStore.IdIn(text)
        where id is not null
        let bytes = attachments.Find(id)
        where bytes is not null
        select Describe(id, text[(text.LastIndexOf('/') + 1)..], bytes.Length, text));

    /// <summary>Every text in a part of a message: some of them are addresses.</summary>
    static IEnumerable<string> Texts(JsonNode? part) => part switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject holder => holder.SelectMany(field => Texts(field.Value)),
        _ => part.AsText() is { } text ? [text] : [],
    };

    void CheckRights(IReadOnlyList<UploadedFile> files, string channelId)
    {
        if (files.Count > 0 && !directory.HasPermission(Seed.ApplicationId, directory.Channel(channelId), Permissions.AttachFiles))
            throw DiscordError.MissingPermissions();
        if (files.Any(file => file.Bytes.Length > Limits.FileSize))
            throw DiscordError.TooLarge();
    }

    JsonObject New(JsonObject asked, IReadOnlyList<UploadedFile> files, string channelId)
    {
        var file = files.FirstOrDefault(file => file.Number == asked.Text("id")) ?? throw DiscordError.FileNotFound();
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
        return Describe(id, file.Name, file.Bytes.Length, $"{address.Http}{AttachmentStore.Path}/{channelId}/{id}/{file.Name}");
    }

    static JsonObject Describe(string id, string name, int size, string url) => new()
    {
        ["id"] = id,
        ["filename"] = name,
        ["size"] = size,
        ["url"] = url,
        ["proxy_url"] = url,
        ["content_type"] = AttachmentStore.ContentType(name),
    };

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
