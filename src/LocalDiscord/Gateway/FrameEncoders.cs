using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

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

/// <summary>Transport compression: one zlib stream per connection, flushed (00 00 FF FF) after each message.</summary>
sealed class ZlibStreamFrames : IFrameEncoder
{
    readonly MemoryStream compressed = new();
    readonly ZLibStream zlib;

    public ZlibStreamFrames() => zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true);

    public WebSocketMessageType Type => WebSocketMessageType.Binary;

    public ReadOnlyMemory<byte> Encode(string frame)
    {
        compressed.SetLength(0);
        zlib.Write(Encoding.UTF8.GetBytes(frame));
        zlib.Flush();
        return compressed.ToArray();
    }

    public void Dispose()
    {
        zlib.Dispose();
        compressed.Dispose();
    }
}
