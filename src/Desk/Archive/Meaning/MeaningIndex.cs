using Desk.Archive.Search;

namespace Desk.Archive.Meaning;

/// <summary>All vectors in memory, in one block, to compare a question with every one of them.</summary>
sealed class MeaningIndex(int dimensions)
{
    readonly Dictionary<long, int> places = [];
    sbyte[] numbers = [];
    float[] scales = [];
    long[] articles = [];
    int count;

    /// <summary>How many numbers each vector has.</summary>
    public int Dimensions => dimensions;

    /// <summary>The last row that was added; 0 if none was.</summary>
    public long LastRow { get; private set; }

    /// <param name="stored">See <see cref="QuantizedVector.Of"/>; left out if it has another number of dimensions.</param>
    public void Put(long row, long article, ReadOnlySpan<byte> stored)
    {
        LastRow = row;
        var vector = QuantizedVector.Numbers(stored);
        if (vector.Length != dimensions)
            return;
        if (!places.TryGetValue(article, out var place))
        {
            place = count++;
            places[article] = place;
            Reserve();
        }

        articles[place] = article;
        scales[place] = QuantizedVector.Scale(stored);
        vector.CopyTo(numbers.AsSpan(place * dimensions));
    }

    /// <param name="among">Only these articles; null for all.</param>
    public MeaningHits Nearest(ReadOnlySpan<float> question, IReadOnlyCollection<long>? among, int take)
    {
        var stored = QuantizedVector.Of(question);
        var asked = QuantizedVector.Numbers(stored);
        var scale = QuantizedVector.Scale(stored);
        var wanted = among?.ToHashSet();
        var nearest = new PriorityQueue<long, double>(take + 1);
        var sum = 0.0;
        for (var place = 0; place < count; place++)
        {
            var cosine = (double)QuantizedVector.Dot(asked, numbers.AsSpan(place * dimensions, dimensions)) * scale * scales[place];
            sum += cosine;
            if (wanted?.Contains(articles[place]) == false)
                continue;
            if (nearest.Count < take)
                nearest.Enqueue(articles[place], cosine);
            else if (nearest.TryPeek(out _, out var least) && cosine > least)
                nearest.EnqueueDequeue(articles[place], cosine);
        }

        var hits = new (long, double)[nearest.Count];
        for (var at = hits.Length - 1; at >= 0; at--)
        {
            nearest.TryDequeue(out var article, out var cosine);
            hits[at] = (article, cosine);
        }

        return new(hits, count > 0 ? sum / count : 0);
    }

    void Reserve()
    {
        if (count <= articles.Length)
            return;
        var size = Math.Max(1024, articles.Length + (articles.Length / 4));
        Array.Resize(ref numbers, size * dimensions);
        Array.Resize(ref scales, size);
        Array.Resize(ref articles, size);
    }
}
