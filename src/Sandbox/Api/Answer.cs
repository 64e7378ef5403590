using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>What a request is answered with, already written down, so that it can be sent without holding the world still.</summary>
sealed class Answer
{
    readonly byte[]? body;

    Answer(int status, byte[]? body) => (Status, this.body) = (status, body);

    public int Status { get; }

    /// <summary>UTF-8 JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body => body;

    public static Answer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public static Answer Ok(JsonNode json) => new(StatusCodes.Status200OK, Json.Bytes(json));

    public static Answer Created(JsonNode json) => new(StatusCodes.Status201Created, Json.Bytes(json));

    public static Answer Of(int status, JsonNode json) => new(status, Json.Bytes(json));

    public async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = Status;
        if (body is null)
            return;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ct);
    }
}
