using System.Buffers.Binary;

namespace Bot.Pictures;

/// <summary>
/// What a file is by its bytes, and not by what its server says. Only its headers are read: a file that would take gigabytes as pixels
/// costs nothing here, and no library that decodes pictures sees it.
/// </summary>
/// <param name="Extension">Of the file's name, without a dot.</param>
/// <param name="Width">In pixels, as the file says.</param>
/// <param name="Height">In pixels, as the file says.</param>
sealed record PictureHeader(string Extension, int Width, int Height)
{
    /// <summary>Of a PNG's chunks: length and type before the data, a checksum after it.</summary>
    const int PngChunk = 12;

    const byte GifTrailer = 0x3B;

    static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <returns>Null if it is none of the four kinds that Discord shows, or if its end is missing.</returns>
    public static PictureHeader? Read(ReadOnlySpan<byte> file) => Png(file) ?? Gif(file) ?? WebP(file) ?? JpegHeader.Read(file);

    /// <summary>See https://www.w3.org/TR/png-3/#5DataRep.</summary>
    static PictureHeader? Png(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(PngSignature))
            return null;
        PictureHeader? found = null;
        for (var rest = file[PngSignature.Length..]; rest.Length >= PngChunk;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest[4..8];
            if (length > rest.Length - PngChunk)
                return null;
            if (type.SequenceEqual("IEND"u8))
                return found;
            if (type.SequenceEqual("IHDR"u8) && length >= 8)
                found = new("png", BinaryPrimitives.ReadInt32BigEndian(rest[8..]), BinaryPrimitives.ReadInt32BigEndian(rest[12..]));
            rest = rest[((int)length + PngChunk)..];
        }

        return null;
    }

    /// <summary>See https://www.w3.org/Graphics/GIF/spec-gif89a.txt.</summary>
    static PictureHeader? Gif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 10 || !(file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)))
            return null;
        return file.TrimEnd((byte)0) is [.., GifTrailer]
            ? new("gif", BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]))
            : null;
    }

    /// <summary>See https://developers.google.com/speed/webp/docs/riff_container.</summary>
    static PictureHeader? WebP(ReadOnlySpan<byte> file)
    {
        const int data = 20;
        const int atLeast = data + 10;
        const int sizeOfVp8 = 0x3FFF;
        if (file.Length < atLeast || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8)
            || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) > file.Length - 8)
            return null;
        var kind = file[12..16];
        var image = file[data..];
        if (kind.SequenceEqual("VP8X"u8))
            return new("webp", 1 + Int24(image[4..]), 1 + Int24(image[7..]));
        if (kind.SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(image[1..]) is var bits)
            return new("webp", 1 + (int)(bits & sizeOfVp8), 1 + (int)((bits >> 14) & sizeOfVp8));
        return kind.SequenceEqual("VP8 "u8)
            ? new(
                "webp",
                BinaryPrimitives.ReadUInt16LittleEndian(image[6..]) & sizeOfVp8,
                BinaryPrimitives.ReadUInt16LittleEndian(image[8..]) & sizeOfVp8)
            : null;
    }

    static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
