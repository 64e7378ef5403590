using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Meaning;

/// <summary>
/// HTTP to a service with OpenAI's API, which Ollama and others have, too. The service is trusted with what it is sent, but not to answer
/// what it should.
/// </summary>
static class ModelHttp
{
    /// <param name="endpoint">Such as <c>http://127.0.0.1:11434/v1</c>, with or without a slash at the end.</param>
    /// <param name="key">Empty if the service needs none.</param>
    /// <param name="longest">A longer answer is a failure; in bytes.</param>
    /// <param name="timeout">Of a request.</param>
    public static HttpClient For(Uri endpoint, string key, int longest, TimeSpan timeout)
    {
        // A redirect would take articles and questions to somebody whom the operator didn't choose.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var http = new HttpClient(handler)
        {
            BaseAddress = new(endpoint.AbsoluteUri.TrimEnd('/') + "/"),
            MaxResponseContentBufferSize = longest,
            Timeout = timeout,
        };
        if (key.Length > 0)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    /// <exception cref="HttpRequestException">The service can't be reached, or refuses.</exception>
    /// <exception cref="IOException">It answers with something else than this JSON.</exception>
    public static async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        this HttpClient http,
        string path,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken ct)
        where TAnswer : class
    {
        using var response = await http.PostAsJsonAsync(path, request, requestType, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{http.BaseAddress}{path} answered with HTTP {(int)response.StatusCode}.", inner: null, response.StatusCode);
        }

        try
        {
            if (JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(ct), answerType) is { } answer)
                return answer;
        }
        catch (JsonException foreign)
        {
            throw new IOException($"{http.BaseAddress}{path} answered with something else than the expected JSON.", foreign);
        }

        throw new IOException($"{http.BaseAddress}{path} answered with nothing.");
    }
}
