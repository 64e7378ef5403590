using System.Buffers.Binary;

namespace Bot.Pictures;

/// <summary>
/// Finds the size of a JPEG, which stands behind its metadata. See https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B.
/// </summary>
static class JpegHeader
{
    const byte Marker = 0xFF;
    const byte StartOfScan = 0xDA;

    static ReadOnlySpan<byte> StartOfImage => [Marker, 0xD8];

    static ReadOnlySpan<byte> EndOfImage => [Marker, 0xD9];

    /// <returns>Null if it is no JPEG, or if its end is missing.</returns>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(StartOfImage))
            return null;
        PictureHeader? found = null;
        for (var rest = file[StartOfImage.Length..]; rest.Length >= 9 && rest[0] == Marker;)
        {
            var code = rest[1];
            // The pixels: within them, no two bytes look like the end.
            if (code == StartOfScan)
                return rest.IndexOf(EndOfImage) >= 0 ? found : null;
            if (code == Marker)
            {
                rest = rest[1..];
                continue;
            }

            if (IsFrame(code))
                found = new("jpg", BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            var segment = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (segment > rest.Length)
                return null;
            rest = rest[segment..];
        }

        return null;
    }

    /// <summary>A frame's header has its size. Three codes among those of frames are something else.</summary>
    static bool IsFrame(byte code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
