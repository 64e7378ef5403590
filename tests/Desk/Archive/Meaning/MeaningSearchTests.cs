using Desk.Archive.Meaning;
using Microsoft.Extensions.AI;

namespace Desk.Tests.Archive.Meaning;

public sealed class MeaningSearchTests
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_that_comes_again_is_read_once()
    {
        using var desk = new TestDesk();
        using var reader = new LetterCounts();
        using var search = Search(desk, reader);

        await search.NearestAsync("Storm", among: null, take: 5, Ct);
        await search.NearestAsync("Storm", among: [1], take: 5, Ct);
        await search.NearestAsync("Ferry", among: null, take: 5, Ct);

        Assert.Equal(["Storm", "Ferry"], reader.Read);
    }

    [Fact]
    public async Task Questions_are_forgotten_after_an_idle_time()
    {
        using var desk = new TestDesk();
        using var reader = new LetterCounts();
        using var search = Search(desk, reader);
        await search.NearestAsync("Storm", among: null, take: 5, Ct);

        desk.Clock.Advance(Idle);
        await search.NearestAsync("Storm", among: null, take: 5, Ct);

        Assert.Equal(["Storm", "Storm"], reader.Read);
    }

    static MeaningSearch Search(TestDesk desk, LetterCounts reader) =>
        new(new(desk.Database), reader, "letter-counts", Idle, desk.Clock);

    /// <summary>A text's vector is how often it has each letter.</summary>
    sealed class LetterCounts : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Read { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToList();
            Read.AddRange(texts);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
                texts.Select(text => new Embedding<float>(Enumerable.Range('a', 26)
                    .Select(letter => (float)text.Count(one => char.ToLowerInvariant(one) == letter)).ToArray()))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
