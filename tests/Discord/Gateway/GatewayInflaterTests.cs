using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Discord.Tests.Gateway;

public sealed class GatewayInflaterTests : IDisposable
{
    const int Limit = 1024 * 1024;

    readonly GatewayInflater inflater = new();
    readonly MemoryStream wire = new();
    readonly ZLibStream deflater;

    public GatewayInflaterTests() => deflater = new(wire, CompressionLevel.Optimal);

    [Fact]
    public void Messages_build_on_those_before_them()
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
    public void A_message_may_be_longer_than_any_buffer()
    {
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)('a' + random.Next(26))));
        Assert.Equal(text, Inflate(Deflate(text)));
        Assert.Equal("{}", Inflate(Deflate("{}")));
    }

    [Fact]
    public void A_message_ends_with_a_flush()
    {
        var compressed = Deflate("{}");
        Assert.True(GatewayInflater.IsWhole(compressed));
        Assert.False(GatewayInflater.IsWhole(compressed.AsSpan()[..^1]));
        Assert.False(GatewayInflater.IsWhole([]));
    }

    [Fact]
    public void What_unpacks_to_more_than_the_limit_is_not_unpacked()
    {
        var bomb = Deflate(new string(' ', 100 * Limit));
        Assert.True(bomb.Length < Limit / 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal($"A frame is longer than {Limit} bytes.", Assert.Throws<JsonException>(() => Inflate(bomb)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * Limit);
    }

    [Fact]
    public void What_is_not_compressed_is_refused() => Assert.Throws<JsonException>(() => Inflate("not zlib"u8.ToArray()));

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
