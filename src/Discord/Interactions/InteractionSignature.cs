using System.Buffers;
using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace Discord.Interactions;

/// <summary>
/// Verifies that a request came from Discord, using the Ed25519 signature of its timestamp and unchanged body.
/// See https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers.
/// </summary>
/// <param name="publicKey">64 hexadecimal digits, as shown in the developer portal.</param>
/// <exception cref="FormatException">The public key is invalid.</exception>
sealed class InteractionSignature(string publicKey)
{
    /// <summary>Digits: enough for the seconds of the next thousands of years.</summary>
    const int MaxTimestamp = 11;

    static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    readonly PublicKey key = Key(publicKey);

    /// <param name="signature">The header: 128 hexadecimal digits. Anything else is invalid.</param>
    /// <param name="timestamp">The header: seconds since 1970, in digits. Anything else is invalid.</param>
    /// <returns>When it was signed, which may be long ago; null if the signature is not valid.</returns>
    public DateTimeOffset? SignedAt(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (Seconds(timestamp) is not { } seconds || Bytes(signature, Algorithm.SignatureSize) is not { } bytes)
            return null;
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Algorithm.Verify(key, signed, bytes) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    static long? Seconds(string timestamp) =>
        timestamp.Length <= MaxTimestamp && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    static PublicKey Key(string publicKey) =>
        Bytes(publicKey, Algorithm.PublicKeySize) is { } bytes
        && PublicKey.TryImport(Algorithm, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? key!
            : throw new FormatException(
                $"\"{publicKey}\" is not the public key of an application. "
                + $"Copy the {Algorithm.PublicKeySize * 2} digits of Public Key on the General Information page in the developer portal.");

    static byte[]? Bytes(string hex, int length)
    {
        var bytes = new byte[length];
        return hex.Length == length * 2 && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done ? bytes : null;
    }
}
