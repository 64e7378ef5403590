using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Desk.Database;

/// <summary>
/// Names for what leaves the program. Database ids repeat after a restore, so a button or a nonce made of one could be taken for another.
/// </summary>
public static class RandomKey
{
    /// <summary>Public keys are this or larger, ids are smaller.</summary>
    public const long Smallest = 1L << 62;

    /// <summary>25 characters, as many as Discord allows in a nonce; 125 random bits.</summary>
    public static string Text() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 25);

    public static long Number() => Smallest | (BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & (Smallest - 1));

    /// <summary>The same number for the same text, so that what is imported again after a restore keeps its key.</summary>
    public static long Of(string text) =>
        Smallest | (BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & (Smallest - 1));
}
