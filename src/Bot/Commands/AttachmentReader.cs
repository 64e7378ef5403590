using System.Text;
using Discord;

namespace Bot.Commands;

/// <summary>Fetches text files that people attach.</summary>
sealed class AttachmentReader(HttpClient http)
{
    const int MostBytes = 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null with what to do where it can't be read.</summary>
    public async Task<(string? Text, string Error)> ReadAsync(Attachment file, CancellationToken ct)
    {
        if (file.Size > MostBytes)
            return (null, $"The file is larger than {MostBytes / 1024} KB. Divide it into several.");
        if (file.Url is not { } url)
            return (null, "The file is not there any more. Attach it again.");
        try
        {
            return await ReadAsync(url, ct) is { } bytes
                ? (Strict.GetString(bytes).TrimStart('\uFEFF'), "")
                : (null, $"The file is larger than {MostBytes / 1024} KB. Divide it into several.");
        }
        catch (HttpRequestException)
        {
            return (null, "The file could not be fetched from Discord. Attach it again.");
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file is not text in UTF-8. Save it as such, then attach it again.");
        }
    }

    /// <summary>Null where it has more bytes than are allowed, whatever Discord said of its size.</summary>
    async Task<byte[]?> ReadAsync(Uri url, CancellationToken ct)
    {
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length > MostBytes ? null : bytes[..length];
    }
}
