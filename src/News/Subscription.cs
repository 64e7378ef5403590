namespace News;

/// <summary>A channel and what it wants to hear of.</summary>
public sealed record Subscription
{
    /// <summary>The channel's address in the chat service; to this room only a name.</summary>
    public required string Channel { get; init; }

    /// <summary>The community that the channel belongs to, where known.</summary>
    public string? Guild { get; init; }

    /// <summary>Slugs of the topics wanted; empty for every topic.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>How many of the latest articles the channel gets when it is added; what appears later it gets anyway.</summary>
    public int Latest { get; init; } = 3;

    /// <summary>Whether it is declared in the settings, which is then the only place to change it.</summary>
    public bool FromSettings { get; init; }
}
