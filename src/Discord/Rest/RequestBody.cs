using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Discord.Models;

namespace Discord.Rest;

/// <summary>
/// The JSON and files of a request. Each attempt needs new content, because sending disposes it.
/// See https://discord.com/developers/docs/reference#uploading-files.
/// </summary>
sealed record RequestBody(byte[] Json, IReadOnlyList<MessageAttachment> Files)
{
    public static RequestBody Of<T>(T body, JsonTypeInfo<T> type, IReadOnlyList<MessageAttachment>? attachments = null) => new(
        JsonSerializer.SerializeToUtf8Bytes(body, type),
        [.. attachments?.Where(attachment => attachment.Content is not null) ?? []]);

    public HttpContent ToContent()
    {
        var json = new ByteArrayContent(Json) { Headers = { ContentType = new("application/json") } };
        if (Files is [])
            return json;

        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var file in Files)
            parts.Add(Part(file));
        return parts;
    }

    // The header cannot contain quotes; the JSON has the unchanged name.
    static ReadOnlyMemoryContent Part(MessageAttachment file) => new(file.Content!.Value)
    {
        Headers =
        {
            ContentDisposition = new("form-data")
            {
                Name = $"\"files[{file.Id}]\"",
                FileName = file.Filename!.Replace('"', '_'),
            },
        },
    };
}
