namespace Bot.Meaning;

/// <summary>The section <c>Answers:Chat</c>: the language model that summarizes the sources of an answer, if there is one.</summary>
sealed record ChatServiceOptions
{
    /// <summary>A service with OpenAI's API, such as Ollama's; null for none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The service's model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The service's key; empty if it needs none.</summary>
    public string Key { get; init; } = "";

    /// <summary>How long a member waits for a summary; 1 second to 10 minutes.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(20);
}
