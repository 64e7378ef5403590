using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>A request with its body read: what a route needs to answer it.</summary>
sealed class Call
{
    readonly HttpRequest request;
    readonly DiscordError? unreadable;
    readonly JsonNode? body;

    Call(HttpRequest request, byte[] sent, IReadOnlyList<UploadedFile> files, DiscordError? unreadable = null)
    {
        (this.request, Sent, Files, this.unreadable) = (request, sent, files, unreadable);
        try
        {
            body = unreadable is null ? Parse(request, sent) : null;
        }
        catch (DiscordError e)
        {
            this.unreadable = e;
        }
    }

    public static async Task<Call> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        if (!UploadedFile.Are(request.ContentType))
            return new Call(request, buffer.ToArray(), []);
        try
        {
            var (json, files) = await UploadedFile.ReadAsync(request.ContentType!, buffer.ToArray(), ct);
            return new Call(request, json, files);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            return new Call(request, [], [], FormErrors.Single("", "CONTENT_TYPE_INVALID", $"The multipart body cannot be read: {e.Message}"));
        }
    }

    /// <summary>The body's JSON as it came.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

    /// <summary>What was uploaded with it.</summary>
    public IReadOnlyList<UploadedFile> Files { get; }

    /// <exception cref="DiscordError">The body is not JSON.</exception>
    public void CheckReadable()
    {
        if (unreadable is not null)
            throw unreadable;
    }

    public string Route(string name) => (string)request.RouteValues[name]!;

    public string? Query(string name) => request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Whether the route has this part.</summary>
    public bool Names(string name) => request.RouteValues.ContainsKey(name);

    /// <summary>A query boolean: <c>true</c>, <c>True</c> or <c>1</c>.</summary>
    public bool QueryFlag(string name) => Query(name) is "true" or "True" or "1";

    /// <summary>The body, which must be an object; an absent one has no fields.</summary>
    public JsonObject Body => body switch
    {
        null => [],
        JsonObject json => json,
        _ => throw FormErrors.Single("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"),
    };

    /// <summary>The body, which must be an array of objects.</summary>
    public IReadOnlyList<JsonObject> BodyList => body is JsonArray array && array.All(item => item is JsonObject)
        ? [.. array.OfType<JsonObject>()]
        : throw FormErrors.Single("", "LIST_TYPE_CONVERT", "Only iterables of objects may be used in a ListType");

    static JsonNode? Parse(HttpRequest request, byte[] sent)
    {
        if (sent.Length == 0)
            return null;
        if (!request.HasJsonContentType() && !UploadedFile.Are(request.ContentType))
            throw FormErrors.Single("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
        try
        {
            return Json.Parse(sent);
        }
        catch (JsonException)
        {
            throw DiscordError.InvalidJson();
        }
    }
}
