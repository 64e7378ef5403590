using CsCheck;
using Desk.Archive.Meaning;

namespace Desk.Tests.Archive.Meaning;

public sealed class MeaningIndexTests
{
    const int Dimensions = 384;

    static readonly Gen<float[]> Vectors =
        Gen.Float[-1, 1].Array[Dimensions].Where(vector => vector.Any(number => number != 0)).Select(Unit);

    [Fact]
    public void Eight_bits_keep_the_cosine_to_two_digits() => Gen.Select(Vectors, Vectors).Sample((a, b) =>
    {
        var index = new MeaningIndex(Dimensions);
        index.Put(1, 7, QuantizedVector.Of(a));

        Assert.Equal(Cosine(a, b), index.Nearest(b, among: null, take: 1).Cosines.Single().Cosine, tolerance: 0.01);
    });

    [Fact]
    public void Largest_numbers_do_not_overflow()
    {
        var ones = Enumerable.Repeat(1f, 1024).ToArray();
        var up = QuantizedVector.Numbers(QuantizedVector.Of(ones));
        var down = QuantizedVector.Numbers(QuantizedVector.Of([.. ones.Select(one => -one)]));

        Assert.Equal(1024 * 127 * 127, QuantizedVector.Dot(up, up));
        Assert.Equal(-1024 * 127 * 127, QuantizedVector.Dot(up, down));
    }

    [Fact]
    public void Sizes_that_fill_no_register_count_to_their_end()
    {
        float[] vector = [.. Enumerable.Range(1, 37).Select(number => (float)number)];
        var numbers = QuantizedVector.Numbers(QuantizedVector.Of(vector)).ToArray();

        Assert.Equal(numbers.Sum(number => number * number), QuantizedVector.Dot(numbers, numbers));
    }

    [Fact]
    public void Nearest_are_those_that_a_plain_comparison_finds() => Gen.Select(Vectors.Array[1, 30], Vectors).Sample(
        (articles, question) =>
    {
        var index = new MeaningIndex(Dimensions);
        foreach (var (at, vector) in articles.Index())
            index.Put(row: at + 1, article: 100 + at, QuantizedVector.Of(vector));

        var nearest = index.Nearest(question, among: null, take: 5);

        var expected = articles.Select(vector => Cosine(vector, question)).OrderDescending().Take(5);
        Assert.All(expected.Zip(nearest.Cosines), pair => Assert.Equal(pair.First, pair.Second.Cosine, tolerance: 0.02));
        Assert.Equal(articles.Average(vector => Cosine(vector, question)), nearest.Average, tolerance: 0.01);
    });

    [Fact]
    public void Only_the_wanted_articles_are_found_and_a_new_edition_replaces_the_old_one()
    {
        var index = new MeaningIndex(2);
        index.Put(1, 10, QuantizedVector.Of([1, 0]));
        index.Put(2, 11, QuantizedVector.Of([0, 1]));
        index.Put(3, 10, QuantizedVector.Of([0, -1]));

        Assert.Equal([11, 10], index.Nearest([0, 1], among: null, take: 9).Cosines.Select(hit => hit.Id));
        Assert.Equal([10], index.Nearest([0, 1], among: [10, 99], take: 9).Cosines.Select(hit => hit.Id));
        Assert.Equal(3, index.LastRow);
    }

    static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        return [.. vector.Select(number => number / length)];
    }

    static double Cosine(float[] a, float[] b) => a.Zip(b, (one, other) => (double)one * other).Sum();
}
