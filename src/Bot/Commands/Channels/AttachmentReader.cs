using System.Text;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>Downloads text files that people attach.</summary>
sealed class AttachmentReader(HttpClient http)
{
    const int MostBytes = 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null with what to do instead.</summary>
    public async Task<(string? Text, string Error)> ReadAsync(Attachment file, CancellationToken ct)
    {
        if (file.Size > MostBytes)
            return (null, $"The file is larger than {MostBytes / 1024} KB. Split it into several.");
        if (file.Url is not { } url)
            return (null, "The file is gone. Attach it again.");
        try
        {
            return await ReadAsync(url, ct) is { } bytes
                ? (Strict.GetString(bytes).TrimStart('\uFEFF'), "")
                : (null, $"The file is larger than {MostBytes / 1024} KB. Split it into several.");
        }
        catch (HttpRequestException)
        {
            return (null, "I couldn't download the file from Discord. Attach it again.");
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file isn't UTF-8 text. Save it as UTF-8, then attach it again.");
        }
    }

    /// <summary>Null if the file is too large, whatever size Discord gave.</summary>
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
