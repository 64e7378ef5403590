using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>What an endpoint answered.</summary>
sealed record EndpointAnswer(int Status, string? ContentType, byte[] Body)
{
    /// <summary>The body, if it is said to be JSON and is an object.</summary>
    public JsonObject? Json => ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
        ? Wire.Json.TryParse(Body) as JsonObject
        : null;
}

/// <summary>Sends an endpoint what is signed, or what only looks signed.</summary>
sealed class EndpointPost(TimeSpan answerTime, TimeProvider clock) : IDisposable
{
    const int LargestAnswer = 32 * 1024 * 1024;

    // Discord follows no redirects either: the endpoint is that which was checked.
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        MaxResponseContentBufferSize = LargestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="HttpRequestException">Nobody answers there, or not in HTTP.</exception>
    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public async Task<EndpointAnswer> SendAsync(Uri url, JsonObject interaction, CancellationToken ct, bool forged = false)
    {
        using var late = new CancellationTokenSource(answerTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        using var request = Request(url, Json.Bytes(interaction), forged);
        using var response = await http.SendAsync(request, either.Token);
        return new EndpointAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync(either.Token));
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage Request(Uri url, byte[] body, bool forged)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        // A forged one is a signature too, only of something else.
        request.Headers.Add("X-Signature-Ed25519", Signature.Of(forged ? timestamp + "0" : timestamp, body));
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0");
        return request;
    }
}
