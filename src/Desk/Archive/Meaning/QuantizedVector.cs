using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Desk.Archive.Meaning;

/// <summary>
/// A vector in numbers of eight bits, behind the scale that brings them back: a quarter of the memory, and as good for ranking.
/// </summary>
static class QuantizedVector
{
    const int ScaleBytes = sizeof(float);

    /// <returns>The scale, then a byte for each number.</returns>
    public static byte[] Of(ReadOnlySpan<float> vector)
    {
        var largest = 0f;
        foreach (var number in vector)
            largest = Math.Max(largest, Math.Abs(number));
        var scale = largest > 0 ? largest / sbyte.MaxValue : 1;
        var bytes = new byte[ScaleBytes + vector.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, scale);
        for (var i = 0; i < vector.Length; i++)
            bytes[ScaleBytes + i] = (byte)(sbyte)MathF.Round(vector[i] / scale);
        return bytes;
    }

    public static float Scale(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadSingleLittleEndian(stored);

    public static ReadOnlySpan<sbyte> Numbers(ReadOnlySpan<byte> stored) => MemoryMarshal.Cast<byte, sbyte>(stored[ScaleBytes..]);

    /// <summary>The sum of products. Products of eight bits need sixteen, and their sum more.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, at) = (Vector256<int>.Zero, 0);
        for (; at + Vector256<sbyte>.Count <= a.Length; at += Vector256<sbyte>.Count)
        {
            var (lowA, highA) = Vector256.Widen(Vector256.Create(a[at..]));
            var (lowB, highB) = Vector256.Widen(Vector256.Create(b[at..]));
            // Two products of at most 16,129 fit into sixteen bits.
            var (first, second) = Vector256.Widen(lowA * lowB);
            var (third, fourth) = Vector256.Widen(highA * highB);
            sum += first + second + third + fourth;
        }

        var rest = Vector256.Sum(sum);
        for (; at < a.Length; at++)
            rest += a[at] * b[at];
        return rest;
    }
}
