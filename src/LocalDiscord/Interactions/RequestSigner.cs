using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace LocalDiscord.Interactions;

/// <summary>
/// Signs requests, so that an endpoint can check that they come from this Discord. The key is the same in every run, so that
/// it can be part of a bot's settings.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
/// </summary>
static class RequestSigner
{
    const string Seed = "local-discord";

    static readonly Lazy<Key> Pair = new(() => Key.Import(
        SignatureAlgorithm.Ed25519, SHA256.HashData(Encoding.UTF8.GetBytes(Seed)), KeyBlobFormat.RawPrivateKey));

    /// <summary>The application's <c>verify_key</c>: 32 bytes in hex.</summary>
    public static string VerifyKey => Convert.ToHexStringLower(Pair.Value.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>64 bytes in hex, over the timestamp followed by the body.</summary>
    public static string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Pair.Value, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
