namespace Desk.Channels;

/// <summary>A channel that gets news, and its rules.</summary>
public sealed record Subscription
{
    /// <summary>The channel's id in the chat service, which only the chat service can interpret.</summary>
    public required string Channel { get; init; }

    /// <summary>The server that the channel belongs to, if known.</summary>
    public string? Guild { get; init; }

    /// <summary>The type of the channel.</summary>
    public Destination Destination { get; init; }

    public ChannelRules Rules { get; init; } = ChannelRules.Default;

    /// <summary>How many of the latest stories the channel gets when it is added, in addition to later ones.</summary>
    public int Latest { get; init; } = 3;

    /// <summary>Whether it has the rules that the settings give it: true until somebody changes them elsewhere.</summary>
    public bool FromSettings { get; init; }

    /// <summary>The id of the person who added it.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>In UTC. Earlier stories are not news to it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it gets news.</summary>
    public Pause? Paused { get; init; }
}

/// <param name="Since">In UTC.</param>
/// <param name="Reason">For moderators.</param>
/// <param name="IsByBot">Whether the bot paused the channel because it could not post there.</param>
public sealed record Pause(DateTimeOffset Since, string Reason, bool IsByBot);
