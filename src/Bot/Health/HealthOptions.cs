namespace Bot.Health;

/// <summary>The section <c>Health</c>: what tells other programs how the bot is, and what it does.</summary>
sealed record HealthOptions
{
    /// <summary>Where to listen, such as http://127.0.0.1:5213; null not to listen.</summary>
    public Uri? Listen { get; init; }

    /// <summary>The collector that gets traces, by OTLP over HTTP, such as http://127.0.0.1:4318; null not to trace.</summary>
    public Uri? Traces { get; init; }
}
