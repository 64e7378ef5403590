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

    Call(HttpRequest request, byte[] sent)
    {
        this.request = request;
        Sent = sent;
        try
        {
            body = Parse(request, sent);
        }
        catch (DiscordError e)
        {
            unreadable = e;
        }
    }

    public static async Task<Call> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        return new Call(request, buffer.ToArray());
    }

    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

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
        if (!request.HasJsonContentType())
            throw FormErrors.Single("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
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
