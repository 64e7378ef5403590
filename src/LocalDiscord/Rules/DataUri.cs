using System.Buffers.Text;

namespace LocalDiscord.Rules;

/// <summary>Pictures as text. https://discord.com/developers/docs/reference#image-data</summary>
static class DataUri
{
    static readonly (string Prefix, byte[] Start)[] Types =
    [
        ("data:image/png;base64,", [0x89, (byte)'P', (byte)'N', (byte)'G']),
        ("data:image/jpeg;base64,", [0xFF, 0xD8, 0xFF]),
        ("data:image/gif;base64,", [(byte)'G', (byte)'I', (byte)'F', (byte)'8']),
    ];

    /// <summary>The bytes of a PNG, JPEG or GIF that is what it says; null for anything else.</summary>
    public static byte[]? Picture(string text)
    {
        foreach (var (prefix, start) in Types)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal) && Base64.IsValid(text.AsSpan(prefix.Length))
                && Convert.FromBase64String(text[prefix.Length..]) is var bytes && bytes.AsSpan().StartsWith(start))
                return bytes;
        }

        return null;
    }
}
