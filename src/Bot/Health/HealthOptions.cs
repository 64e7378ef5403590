namespace Bot.Health;

/// <summary>The section <c>Health</c>: what tells other programs how the bot is.</summary>
sealed record HealthOptions
{
    /// <summary>Where to listen, such as http://127.0.0.1:5213; null not to listen.</summary>
    public Uri? Listen { get; init; }
}
