using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalDiscord;

/// <summary>The certificate for https and wss.</summary>
static class ServerCertificate
{
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>
    /// Discord's own names, for clients that know no other address. Such a client must itself be told that they are this
    /// machine, by its resolver or a proxy.
    /// </summary>
    public static IReadOnlyList<string> DiscordHosts { get; } = ["discord.com", "gateway.discord.gg"];

    /// <summary>Reads the certificate that the options name, or creates one and writes it, without its key, to a file.</summary>
    /// <exception cref="IOException">A file can't be read or written, or is not a certificate with its key.</exception>
    public static X509Certificate2 For(TlsOptions options)
    {
        if (options.CertificateFile is { } file)
            return Read(file);
        var created = Create(TimeProvider.System.GetUtcNow());
        File.WriteAllText(options.CreatedFile, created.ExportCertificatePem());
        return created;
    }

    static X509Certificate2 Read(string file)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(file);
        }
        catch (CryptographicException e)
        {
            throw new IOException(
                $"{file} is not a certificate with its private key. Put both into it as PEM, the certificate first.", e);
        }
    }

    /// <param name="now">The clients' time, which is the real one even if the server's clock is not.</param>
    public static X509Certificate2 Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=The local Discord", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        foreach (var host in DiscordHosts)
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
