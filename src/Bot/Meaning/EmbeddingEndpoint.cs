using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Bot.Meaning;

/// <summary>
/// A service that reads meaning, with OpenAI's API, which Ollama and others have, too.
/// See https://platform.openai.com/docs/api-reference/embeddings/create.
/// </summary>
/// <param name="http">Its base address is the service's, such as <c>http://127.0.0.1:11434/v1/</c>.</param>
sealed class EmbeddingEndpoint(HttpClient http, string model) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>In bytes; more than the vectors of a batch take.</summary>
    const int LongestAnswer = 32 * 1024 * 1024;

    /// <inheritdoc cref="ModelHttp.For"/>
    public static EmbeddingEndpoint At(Uri endpoint, string model, string key) =>
        new(ModelHttp.For(endpoint, key, LongestAnswer, TimeSpan.FromSeconds(30)), model);

    /// <exception cref="HttpRequestException">The service can't be reached, or refuses.</exception>
    /// <exception cref="IOException">It answers with something else than vectors.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var answer = await http.PostAsync(
            "embeddings",
            new(model, texts),
            EmbeddingJson.Default.EmbeddingRequest,
            EmbeddingJson.Default.EmbeddingAnswer,
            cancellationToken);
        var vectors = answer.Data ?? [];
        if (vectors.Count != texts.Count || vectors.Any(one => one.Embedding is not { Length: > 0 }))
            throw new IOException($"{http.BaseAddress}embeddings didn't answer with a vector for each of {texts.Count} texts.");
        return [.. vectors.OrderBy(one => one.Index).Select(one => new Embedding<float>(one.Embedding))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => http.Dispose();
}

sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Input);

sealed record EmbeddingAnswer(IReadOnlyList<EmbeddingDatum>? Data);

sealed record EmbeddingDatum(int Index, float[]? Embedding);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingAnswer))]
sealed partial class EmbeddingJson : JsonSerializerContext;
