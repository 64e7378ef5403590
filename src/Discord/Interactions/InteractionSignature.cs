using System.Buffers;
using System.Text;
using NSec.Cryptography;

namespace Discord;

/// <summary>
/// Tells Discord's requests from those of others, by the Ed25519 signature over the timestamp and the body as it came.
/// See https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers.
/// </summary>
/// <param name="publicKey">Hexadecimal, as the developer portal shows it.</param>
/// <exception cref="FormatException">It is no such key.</exception>
sealed class InteractionSignature(string publicKey)
{
    const int LongestTimestamp = 32;
    static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    readonly PublicKey key = Key(publicKey);

    /// <param name="signature">Hexadecimal, as it came; anything else is not valid.</param>
    public bool IsValid(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (timestamp.Length is 0 or > LongestTimestamp || Bytes(signature, Algorithm.SignatureSize) is not { } bytes)
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Algorithm.Verify(key, signed, bytes);
    }

    static PublicKey Key(string publicKey) =>
        Bytes(publicKey, Algorithm.PublicKeySize) is { } bytes
        && PublicKey.TryImport(Algorithm, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? key!
            : throw new FormatException(
                $"\"{publicKey}\" is not the public key of an application. "
                + $"Copy the {Algorithm.PublicKeySize * 2} digits from General Information in the developer portal.");

    static byte[]? Bytes(string hex, int length)
    {
        var bytes = new byte[length];
        return hex.Length == length * 2 && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done ? bytes : null;
    }
}
