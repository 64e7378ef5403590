using Desk.Archive.Search;

namespace Desk.Archive.Meaning;

/// <summary>All vectors in memory, to compare a question with every one of them.</summary>
sealed class MeaningIndex(int dimensions)
{
    readonly Dictionary<long, int> places = [];

    /// <summary>Many arrays, since one that grows leaves its copies behind.</summary>
    readonly List<Block> blocks = [];

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
            place = places.Count;
            places[article] = place;
            if (place == blocks.Count * Block.Size)
                blocks.Add(new(dimensions));
        }

        var (block, at) = (blocks[place / Block.Size], place % Block.Size);
        block.Articles[at] = article;
        block.Scales[at] = QuantizedVector.Scale(stored);
        vector.CopyTo(block.Numbers.AsSpan(at * dimensions));
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
        for (var place = 0; place < places.Count; place++)
        {
            var (block, at) = (blocks[place / Block.Size], place % Block.Size);
            var cosine = (double)QuantizedVector.Dot(asked, block.Numbers.AsSpan(at * dimensions, dimensions)) * scale * block.Scales[at];
            sum += cosine;
            if (wanted?.Contains(block.Articles[at]) == false)
                continue;
            if (nearest.Count < take)
                nearest.Enqueue(block.Articles[at], cosine);
            else if (nearest.TryPeek(out _, out var least) && cosine > least)
                nearest.EnqueueDequeue(block.Articles[at], cosine);
        }

        var hits = new (long, double)[nearest.Count];
        for (var at = hits.Length - 1; at >= 0; at--)
        {
            nearest.TryDequeue(out var article, out var cosine);
            hits[at] = (article, cosine);
        }

        return new(hits, places.Count > 0 ? sum / places.Count : 0);
    }

    sealed class Block(int dimensions)
    {
        public const int Size = 2048;

        public sbyte[] Numbers { get; } = new sbyte[Size * dimensions];

        public float[] Scales { get; } = new float[Size];

        public long[] Articles { get; } = new long[Size];
    }
}
