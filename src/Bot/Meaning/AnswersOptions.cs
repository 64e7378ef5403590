namespace Bot.Meaning;

/// <summary>The section <c>Answers</c>: how questions are understood.</summary>
sealed record AnswersOptions
{
    /// <summary>Whether questions are compared with articles in meaning, and not only by words.</summary>
    public bool Meaning { get; init; } = true;

    /// <summary>The folder with the model; empty for the one beside the program.</summary>
    public string ModelFolder { get; init; } = "";

    /// <summary>The newest articles whose meaning is read; 0 to 10 million.</summary>
    public int MostArticles { get; init; } = 200_000;

    /// <summary>How long the model stays in memory after a question; 10 seconds to 1 day.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An OpenAI-compatible service that reads meaning in the place of the model, such as Ollama's; null for none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The service's model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The service's key; empty if it needs none.</summary>
    public string Key { get; init; } = "";

    public ChatServiceOptions Chat { get; init; } = new();

    /// <summary>Whether meaning is wanted, and something is there that reads it.</summary>
    public bool HasModel => Meaning && (Endpoint is not null || File.Exists(Path.Combine(Folder, "model.onnx")));

    /// <summary>As stored with what the model reads.</summary>
    public string ModelName => Endpoint is null ? MiniLm.Name : Model;

    /// <summary>Where the model is.</summary>
    public string Folder => ModelFolder.Length > 0 ? ModelFolder : Path.Combine(AppContext.BaseDirectory, "models", MiniLm.Name);
}
