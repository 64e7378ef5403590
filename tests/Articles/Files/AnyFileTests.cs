using System.Text;
using Articles.Files;
using Articles.Text;
using CsCheck;
using Shared;

namespace Articles.Tests.Files;

/// <summary>Any bytes are read or rejected, and nothing is thrown. The verb <c>fuzz</c> of tests/Benchmarks does more of this.</summary>
public class AnyFileTests
{
    static readonly byte[][] Samples =
    [
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "content"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    static readonly Gen<string> Yaml = Gen.OneOf(
        "title: ", "publishedDateTime: ", "webUrl: ", "related:\n", "images:\n", "provider:\n  ", "topics: ", "  - ", "- ",
        "\n", "\n  ", "\n    ", "\t", "'", "\"", "\\", "[", "]", "{", "}", ", ", ": ", "? ", "# ", "&a ", "*a", "!!str ", "!<x> ",
        "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "~", "2026-08-14", "https://a.example/", "http://", "x", "é",
        "\u202E", "\0", "\\uD800", "&#8217;", "<b>", "\r\n", "017", "1e999").List[0, 60].Select(string.Concat);

    [Fact]
    public void Any_text_in_place_of_fields_is_read_or_rejected() =>
        Yaml.Sample(fields => Try(Encoding.UTF8.GetBytes($"---\n{fields}\n---\nBody.")), iter: 700, threads: 1);

    [Fact]
    public void Any_bytes_are_read_or_rejected() => Gen.Byte.Array[0, 200].Sample(Try, iter: 200, threads: 1);

    [Fact]
    public void Sample_with_a_few_bytes_changed_is_read_or_rejected() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).List[1, 5])
            .Sample((sample, changes) =>
            {
                var bytes = (byte[])Samples[sample].Clone();
                foreach (var (at, value) in changes)
                    bytes[at % bytes.Length] = value;
                Try(bytes);
            }, iter: 200, threads: 1);

    static void Try(byte[] bytes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var reading = ArticleReader.Read("a.md", bytes, DateTimeOffset.UnixEpoch);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 10_000_000);
        Assert.NotEqual(reading.Article is null, reading.Problems.All(problem => problem.Severity is ContentSeverity.Warning));
        if (reading.Article is { } article)
        {
            Assert.NotEqual("", article.Title);
            Assert.NotNull(article.Link);
            Assert.Equal(article.Topics.Count, reading.TopicPlaces.Count);
            Assert.NotEqual("", LinkKey.Of(article.Link));
        }
    }
}
