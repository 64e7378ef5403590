namespace LocalDiscord;

/// <summary>How the local Discord listens with TLS.</summary>
public sealed record TlsOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>A PEM file with a certificate and its private key; null creates a certificate at each start.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Where a created certificate is written, so that clients can trust it. Its key never leaves the process.</summary>
    public string CreatedFile { get; init; } = "local-discord.pem";
}
