using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Discord.Gateway;

namespace Discord.Tests.Gateway;

public sealed class GatewayInflaterTests : IDisposable
{
    const int Limit = 1024 * 1024;

    readonly GatewayInflater inflater = new();
    readonly MemoryStream wire = new();
    readonly ZLibStream deflater;

    public GatewayInflaterTests() => deflater = new(wire, CompressionLevel.Optimal);

    [Fact]
    public void Messages_refer_to_earlier_messages()
    {
        var hello = """{"op":10,"d":{"heartbeat_interval":41250}}""";
        var first = Deflate(hello);
        Assert.Equal(hello, Inflate(first));
        for (var again = 0; again < 100; again++)
        {
            var next = Deflate(hello);
            Assert.True(next.Length < first.Length / 2);
            Assert.Equal(hello, Inflate(next));
        }
    }

    [Fact]
    public void Reads_a_message_that_exceeds_every_buffer()
    {
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)('a' + random.Next(26))));
        Assert.Equal(text, Inflate(Deflate(text)));
        Assert.Equal("{}", Inflate(Deflate("{}")));
    }

    [Fact]
    public void Message_is_complete_at_its_flush()
    {
        var compressed = Deflate("{}");
        Assert.True(GatewayInflater.IsComplete(compressed));
        Assert.False(GatewayInflater.IsComplete(compressed.AsSpan()[..^1]));
        Assert.False(GatewayInflater.IsComplete([]));
    }

    [Fact]
    public void Stops_decompressing_at_the_limit()
    {
        var bomb = Deflate(new string(' ', 100 * Limit));
        Assert.True(bomb.Length < Limit / 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal($"A message exceeds {Limit} bytes.", Assert.Throws<JsonException>(() => Inflate(bomb)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * Limit);
    }

    [Fact]
    public void Uncompressed_message_is_rejected() => Assert.Throws<JsonException>(() => Inflate("not zlib"u8.ToArray()));

    public void Dispose()
    {
        deflater.Dispose();
        wire.Dispose();
        inflater.Dispose();
    }

    byte[] Deflate(string text)
    {
        wire.SetLength(0);
        deflater.Write(Encoding.UTF8.GetBytes(text));
        deflater.Flush();
        return wire.ToArray();
    }

    string Inflate(byte[] compressed) => Encoding.UTF8.GetString(inflater.Inflate(compressed, Limit));
}
