using System.Text.Json.Nodes;
using LocalDiscord.Wire;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Api;

/// <summary>A response whose body is already serialized, so that sending it doesn't hold up other requests.</summary>
sealed class ApiResponse
{
    readonly byte[]? body;

    ApiResponse(int status, byte[]? body) => (Status, this.body) = (status, body);

    public static ApiResponse NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public int Status { get; }

    /// <summary>UTF-8, almost always JSON; empty if there is no body.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Whether it stands for something that is not from Discord, such as the page of a proxy.</summary>
    public bool IsForeign { get; private init; }

    string ContentType { get; init; } = "application/json";

    IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ApiResponse Ok(JsonNode json) => new(StatusCodes.Status200OK, Json.Bytes(json));

    public static ApiResponse Created(JsonNode json) => new(StatusCodes.Status201Created, Json.Bytes(json));

    public static ApiResponse Of(int status, JsonNode json) => new(status, Json.Bytes(json));

    /// <param name="body">Empty for a response without content.</param>
    public static ApiResponse Foreign(int status, byte[] body, string contentType) =>
        new(status, body is [] ? null : body) { ContentType = contentType, IsForeign = true };

    public ApiResponse WithHeaders(params IReadOnlyList<(string Name, string Value)> more) =>
        new(Status, body) { IsForeign = IsForeign, ContentType = ContentType, Headers = [.. Headers, .. more] };

    public async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (body is null)
            return;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ct);
    }
}
