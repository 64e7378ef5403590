using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using ZstdSharp;

namespace LocalDiscord.Gateway;

/// <summary>Encodes events for a connection; the query parameter <c>compress</c> decides how.</summary>
interface IFrameEncoder : IDisposable
{
    WebSocketMessageType Type { get; }

    ReadOnlyMemory<byte> Encode(string frame);
}

sealed class PlainFrames : IFrameEncoder
{
    public WebSocketMessageType Type => WebSocketMessageType.Text;

    public ReadOnlyMemory<byte> Encode(string frame) => Encoding.UTF8.GetBytes(frame);

    public void Dispose()
    {
    }
}

/// <summary>
/// Transport compression: one stream per connection, flushed after each message.
/// https://discord.com/developers/docs/events/gateway#transport-compression
/// </summary>
sealed class CompressedFrames : IFrameEncoder
{
    readonly MemoryStream compressed = new();
    readonly Stream compressor;

    CompressedFrames(Func<Stream, Stream> compressTo) => compressor = compressTo(compressed);

    public WebSocketMessageType Type => WebSocketMessageType.Binary;

    /// <summary>Each message ends with 00 00 FF FF.</summary>
    public static CompressedFrames Zlib() => new(to => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true));

    /// <summary>Each message ends a block, but not the frame.</summary>
    public static CompressedFrames Zstd() => new(to => new CompressionStream(to));

    public ReadOnlyMemory<byte> Encode(string frame)
    {
        compressed.SetLength(0);
        compressor.Write(Encoding.UTF8.GetBytes(frame));
        compressor.Flush();
        return compressed.ToArray();
    }

    public void Dispose()
    {
        compressor.Dispose();
        compressed.Dispose();
    }
}
