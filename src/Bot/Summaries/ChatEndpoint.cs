using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Meaning;
using Microsoft.Extensions.AI;

namespace Bot.Summaries;

/// <summary>
/// A language model at a service with OpenAI's API, which Ollama and others have, too.
/// See https://platform.openai.com/docs/api-reference/chat/create.
/// </summary>
/// <param name="http">Its base address is the service's, such as <c>http://127.0.0.1:11434/v1/</c>.</param>
sealed class ChatEndpoint(HttpClient http, string model) : IChatClient
{
    /// <summary>In bytes. A usable answer is much shorter.</summary>
    public const int LongestAnswer = 256 * 1024;

    /// <summary>Requests have no timeout of their own; callers cancel them.</summary>
    /// <inheritdoc cref="ModelHttp.For"/>
    public static ChatEndpoint At(Uri endpoint, string model, string key) =>
        new(ModelHttp.For(endpoint, key, LongestAnswer, Timeout.InfiniteTimeSpan), model);

    /// <exception cref="HttpRequestException">The service can't be reached, or refuses.</exception>
    /// <exception cref="IOException">It answers with something else than a message.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var answer = await http.PostAsync(
            "chat/completions",
            new()
            {
                Model = model,
                Messages = [.. messages.Select(message => new ChatTurn(message.Role.Value, message.Text))],
                Temperature = options?.Temperature,
                MaxTokens = options?.MaxOutputTokens,
            },
            ChatJson.Default.ChatRequest,
            ChatJson.Default.ChatAnswer,
            cancellationToken);
        if (answer.Choices is not [{ Message: { } message } choice, ..])
            throw new IOException($"{http.BaseAddress}chat/completions answered without a message.");
        return new(new ChatMessage(ChatRole.Assistant, [Content(message)])) { FinishReason = Reason(choice, message) };
    }

    /// <summary>All of it at once.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => http.Dispose();

    static AIContent Content(ChatAnswerMessage message) => message.Refusal is { Length: > 0 } refusal
        ? new ErrorContent(refusal)
        : new TextContent(message.Content);

    /// <summary>Null if the service doesn't say it.</summary>
    static ChatFinishReason? Reason(ChatChoice choice, ChatAnswerMessage message) =>
        message.ToolCalls is [_, ..] ? ChatFinishReason.ToolCalls
        : message.Refusal is { Length: > 0 } ? ChatFinishReason.ContentFilter
        : choice.FinishReason is { Length: > 0 } reason ? new ChatFinishReason(reason)
        : null;
}

sealed record ChatRequest
{
    public required string Model { get; init; }

    public required IReadOnlyList<ChatTurn> Messages { get; init; }

    public float? Temperature { get; init; }

    /// <summary>Newer models of OpenAI's want another name for it, which other services don't know.</summary>
    public int? MaxTokens { get; init; }

    public bool Stream { get; init; }
}

sealed record ChatTurn(string Role, string Content);

sealed record ChatAnswer(IReadOnlyList<ChatChoice?>? Choices);

sealed record ChatChoice(ChatAnswerMessage? Message, string? FinishReason);

sealed record ChatAnswerMessage(string? Content, string? Refusal, IReadOnlyList<JsonElement>? ToolCalls);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatAnswer))]
sealed partial class ChatJson : JsonSerializerContext;
