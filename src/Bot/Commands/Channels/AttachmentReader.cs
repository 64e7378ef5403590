using System.Text;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>Downloads files that people attach.</summary>
sealed class AttachmentReader(HttpClient http)
{
    const int MostBytes = 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null with what to do instead.</summary>
    public async Task<(string? Text, string Error)> ReadAsync(Attachment file, CancellationToken ct)
    {
        var (bytes, error) = await ReadAsync(file, MostBytes, $"The file is larger than {MostBytes / 1024} KB. Split it into several.", ct);
        try
        {
            return (bytes is null ? null : Strict.GetString(bytes).TrimStart('\uFEFF'), error);
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file isn't UTF-8 text. Save it as UTF-8, then attach it again.");
        }
    }

    /// <summary>The bytes, or null with what to do instead.</summary>
    /// <param name="most">The most bytes.</param>
    /// <param name="tooLarge">What to do if there are more.</param>
    public async Task<(byte[]? Bytes, string Error)> ReadAsync(Attachment file, int most, string tooLarge, CancellationToken ct)
    {
        if (file.Size > most)
            return (null, tooLarge);
        if (file.Url is not { } url)
            return (null, "The file is gone. Attach it again.");
        try
        {
            return await ReadAsync(url, most, ct) is { } bytes ? (bytes, "") : (null, tooLarge);
        }
        catch (HttpRequestException)
        {
            return (null, "I couldn't download the file from Discord. Attach it again.");
        }
    }

    /// <summary>Null if the file is too large, whatever size Discord gave.</summary>
    async Task<byte[]?> ReadAsync(Uri url, int most, CancellationToken ct)
    {
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[most + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length > most ? null : bytes[..length];
    }
}
