using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Sandbox.Interactions;

/// <summary>
/// Shows an endpoint that a request is Discord's. The key is the same in every run, as the token and all ids are, so
/// that it may stand in a bot's configuration.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
/// </summary>
static class Signature
{
    static readonly Lazy<Key> Pair = new(() => Key.Import(SignatureAlgorithm.Ed25519, SHA256.HashData(Encoding.UTF8.GetBytes(SandboxServer.Token)), KeyBlobFormat.RawPrivateKey));

    /// <summary>The application's <c>verify_key</c>: 32 bytes in hex.</summary>
    public static string VerifyKey => Convert.ToHexStringLower(Pair.Value.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>64 bytes in hex, over the timestamp and the body as they are sent.</summary>
    public static string Of(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Pair.Value, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
