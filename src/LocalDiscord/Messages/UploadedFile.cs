using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LocalDiscord.Messages;

/// <summary>A part <c>files[n]</c> of a multipart body. https://discord.com/developers/docs/reference#uploading-files</summary>
sealed record UploadedFile(string Number, string Name, byte[] Bytes)
{
    public static bool IsMultipart(string? contentType) =>
        contentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The files, and the JSON that came with them (empty if there was none).</summary>
    /// <exception cref="IOException">The body is incomplete.</exception>
    /// <exception cref="InvalidDataException">The body doesn't match its content type.</exception>
    public static async Task<(byte[] Json, IReadOnlyList<UploadedFile> Files)> ReadAsync(
        string contentType, byte[] body, CancellationToken ct)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        var reader = new MultipartReader(boundary ?? "", new MemoryStream(body));
        var (json, files) = (Array.Empty<byte>(), new List<UploadedFile>());
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").Value ?? "";
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, ct);
            if (name == "payload_json")
                json = bytes.ToArray();
            else if (name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']'))
                files.Add(new UploadedFile(name["files[".Length..^1], FileNameOf(disposition!), bytes.ToArray()));
        }

        return (json, files);
    }

    // Only the last part of a path, without characters that have a meaning in a URL.
    static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var name = (HeaderUtilities.RemoveQuotes(sent).Value ?? "").Split('/', '\\')[^1];
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return safe.Length > 0 ? safe : "file";
    }
}
