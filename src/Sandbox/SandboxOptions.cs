namespace Sandbox;

/// <summary>How the local Discord runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The file that messages are kept in; null keeps them in memory until the server stops.</summary>
    public string? StateFile { get; init; }

    /// <summary>Whether rate-limit headers are sent and limits enforced.</summary>
    public bool RateLimits { get; init; } = true;
}
