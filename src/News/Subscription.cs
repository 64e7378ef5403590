using News.Rules;

namespace News;

/// <summary>A channel and what it wants to hear of.</summary>
public sealed record Subscription
{
    /// <summary>The channel's address in the chat service; to this room only a name.</summary>
    public required string Channel { get; init; }

    /// <summary>The community that the channel belongs to, where known.</summary>
    public string? Guild { get; init; }

    /// <summary>What the channel is.</summary>
    public Destination Destination { get; init; }

    public ChannelRules Rules { get; init; } = ChannelRules.Default;

    /// <summary>How many of the latest stories the channel gets when it is added; what appears later it gets anyway.</summary>
    public int Latest { get; init; } = 3;

    /// <summary>Whether it is declared in the settings, which is then the only place to change it.</summary>
    public bool FromSettings { get; init; }

    /// <summary>Who chose it, by their address in the chat service.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>In UTC. What was seen before is not news to it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it gets news.</summary>
    public Pause? Paused { get; init; }
}

/// <param name="Since">In UTC.</param>
/// <param name="Reason">For moderators.</param>
/// <param name="IsByBot">Whether the channel refused, and nobody asked for it.</param>
public sealed record Pause(DateTimeOffset Since, string Reason, bool IsByBot);
