using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

sealed record EndpointResponse(int Status, string? ContentType, byte[] Body)
{
    /// <summary>The body, if its content type is JSON and it is an object.</summary>
    public JsonObject? Json => ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
        ? Wire.Json.TryParse(Body) as JsonObject
        : null;
}

/// <summary>Sends signed requests to an interactions endpoint.</summary>
sealed class EndpointClient(TimeSpan answerTime, TimeProvider clock) : IDisposable
{
    const int LargestResponse = 32 * 1024 * 1024;

    // Like Discord, this follows no redirects: only the address that was verified gets interactions.
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        MaxResponseContentBufferSize = LargestResponse,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="forged">Sends a signature that doesn't match, to see whether the endpoint checks it.</param>
    /// <exception cref="HttpRequestException">Nothing listens at the address, or it doesn't speak HTTP.</exception>
    /// <exception cref="OperationCanceledException">There was no response in time.</exception>
    public async Task<EndpointResponse> SendAsync(Uri url, JsonObject interaction, CancellationToken ct, bool forged = false)
    {
        using var late = new CancellationTokenSource(answerTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        using var request = Request(url, Json.Bytes(interaction), forged);
        using var response = await http.SendAsync(request, either.Token);
        var body = await response.Content.ReadAsByteArrayAsync(either.Token);
        return new EndpointResponse((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage Request(Uri url, byte[] body, bool forged)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        // A forged signature is well formed, but of another timestamp.
        request.Headers.Add("X-Signature-Ed25519", RequestSigner.Sign(forged ? timestamp + "0" : timestamp, body));
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0");
        return request;
    }
}
