using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>What a request is answered with, already written down, so that it can be sent without holding the world still.</summary>
sealed class Answer
{
    readonly byte[]? body;

    Answer(int status, byte[]? body) => (Status, this.body) = (status, body);

    public static Answer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public int Status { get; }

    /// <summary>UTF-8, almost always JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body => body;

    string ContentType { get; init; } = "application/json";

    IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Answer Ok(JsonNode json) => new(StatusCodes.Status200OK, Json.Bytes(json));

    public static Answer Created(JsonNode json) => new(StatusCodes.Status201Created, Json.Bytes(json));

    public static Answer Of(int status, JsonNode json) => new(status, Json.Bytes(json));

    public static Answer PlainText(int status, string text) => new(status, Encoding.UTF8.GetBytes(text)) { ContentType = "text/plain" };

    public Answer With(params IReadOnlyList<(string Name, string Value)> more) =>
        new(Status, body) { ContentType = ContentType, Headers = [.. Headers, .. more] };

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
