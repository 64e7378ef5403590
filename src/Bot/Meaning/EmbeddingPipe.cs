using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Meaning;

/// <summary>
/// What goes between the desk and its <see cref="EmbeddingProcess"/>: the length of a text in bytes and the text as UTF-8, and back the
/// number of numbers and the numbers. Integers are little-endian.
/// </summary>
static class EmbeddingPipe
{
    /// <summary>In bytes. What is longer is no text of ours.</summary>
    const int Longest = 1024 * 1024;

    public static async Task WriteTextAsync(Stream stream, string text, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await stream.WriteAsync(Length(bytes.Length), ct);
        await stream.WriteAsync(bytes, ct);
        await stream.FlushAsync(ct);
    }

    /// <returns>Null at the end of the stream.</returns>
    public static async Task<string?> ReadTextAsync(Stream stream, CancellationToken ct) =>
        await ReadAsync(stream, size: 1, ct) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public static async Task WriteVectorAsync(Stream stream, ReadOnlyMemory<float> vector, CancellationToken ct)
    {
        await stream.WriteAsync(Length(vector.Length), ct);
        await stream.WriteAsync(MemoryMarshal.AsBytes(vector.Span).ToArray(), ct);
        await stream.FlushAsync(ct);
    }

    /// <inheritdoc cref="ReadTextAsync"/>
    public static async Task<float[]?> ReadVectorAsync(Stream stream, CancellationToken ct) =>
        await ReadAsync(stream, sizeof(float), ct) is { } bytes ? MemoryMarshal.Cast<byte, float>(bytes).ToArray() : null;

    static async Task<byte[]?> ReadAsync(Stream stream, int size, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, ct) < length.Length)
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > Longest)
            throw new IOException($"{count} is not the length of a text or a vector.");
        var bytes = new byte[count * size];
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    static byte[] Length(int count)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        return bytes;
    }
}
