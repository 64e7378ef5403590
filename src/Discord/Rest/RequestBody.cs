using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Discord;

/// <summary>
/// What a request carries: JSON, and files beside it. It may be sent more than once, and so makes its content anew.
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

    // The name is once more in the JSON, where no character of it can be mistaken for the end of a header.
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
