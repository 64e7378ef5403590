using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>
/// Takes the files of a request in, and puts them where its message speaks of them: among its attachments, and for
/// every <c>attachment://name</c>.
/// </summary>
sealed class Uploads(World world)
{
    const string Scheme = "attachment://";

    /// <summary>A copy of the payload whose attachments are the message's, and whose links lead to them.</summary>
    /// <param name="payload">The message of the request.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="channelId">Where the message stands.</param>
    /// <param name="old">The message that is edited, if one is.</param>
    /// <exception cref="DiscordError">A file is too large, or spoken of and not there.</exception>
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
        if (files.Count > 0 && !world.Places.May(Seed.ApplicationId, world.Places.Channel(channelId), Permissions.AttachFiles))
            throw DiscordError.MissingPermissions();
        if (files.Any(file => file.Bytes.Length > Limits.FileSize))
            throw DiscordError.TooLarge();
    }

    JsonObject New(JsonObject asked, IReadOnlyList<UploadedFile> files, string channelId)
    {
        var file = files.FirstOrDefault(file => file.Number == Number(asked)) ?? throw DiscordError.FileNotFound();
        var id = world.Ids.Next();
        world.Attachments.Put(id, file.Bytes);
        var url = $"{world.Address}{Attachments.Path}/{channelId}/{id}/{file.Name}";
        var attachment = new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = Attachments.ContentType(file.Name),
        };
        foreach (var said in new[] { "title", "description" })
        {
            if (asked.Text(said) is { } text)
                attachment[said] = text;
        }

        return attachment;
    }

    /// <summary>An id or a file's number, which libraries write as text or as a number.</summary>
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
            if (value.AsText() is not { } text || !text.StartsWith(Scheme, StringComparison.Ordinal))
            {
                Link(value, attached);
                continue;
            }

            var file = attached.FirstOrDefault(one => one.Text("filename") == text[Scheme.Length..]) ?? throw DiscordError.FileNotFound();
            part![name] = file.Text("url");
            if (name == "url" && part.Parent is JsonObject component && component.Whole("type") == Components.File)
                (component["name"], component["size"]) = (file.Text("filename"), file.Whole("size"));
        }
    }
}
