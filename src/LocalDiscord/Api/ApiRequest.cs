using System.Text.Json;
using System.Text.Json.Nodes;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Api;

/// <summary>A request whose body has been read.</summary>
sealed class ApiRequest
{
    /// <summary>Ids in the path, by their names in Discord's errors.</summary>
    static readonly (string Route, string Place)[] Ids =
    [
        ("application", "application_id"), ("channel", "channel_id"), ("command", "command_id"), ("guild", "guild_id"),
        ("interaction", "interaction_id"), ("message", "message_id"), ("overwrite", "overwrite_id"), ("user", "user_id"),
        ("webhook", "webhook_id"),
    ];

    /// <summary>What stands for an id in some paths.</summary>
    static readonly string[] Names = ["@me", "@original"];

    readonly HttpRequest http;
    readonly DiscordException? unreadable;
    readonly JsonNode? body;

    ApiRequest(HttpRequest http, byte[] sent, IReadOnlyList<UploadedFile> files, DiscordException? unreadable = null)
    {
        (this.http, Sent, Files, this.unreadable) = (http, sent, files, unreadable);
        try
        {
            body = unreadable is null ? Parse(http, sent) : null;
        }
        catch (DiscordException e)
        {
            this.unreadable = e;
        }
    }

    public static async Task<ApiRequest> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await http.Body.CopyToAsync(buffer, ct);
        if (!UploadedFile.IsMultipart(http.ContentType))
            return new ApiRequest(http, buffer.ToArray(), []);
        try
        {
            var (json, files) = await UploadedFile.ReadAsync(http.ContentType!, buffer.ToArray(), ct);
            return new ApiRequest(http, json, files);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            var error = FormErrors.Single("", "CONTENT_TYPE_INVALID", $"Cannot read the multipart body: {e.Message}");
            return new ApiRequest(http, [], [], error);
        }
    }

    /// <summary>The body's JSON as it was sent.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

    public IReadOnlyList<UploadedFile> Files { get; }

    /// <exception cref="DiscordException">The body is not JSON.</exception>
    public void CheckReadable()
    {
        if (unreadable is not null)
            throw unreadable;
    }

    /// <summary>Whether it came through TLS.</summary>
    public bool IsSecure => http.IsHttps;

    /// <summary>Makes all ids in the path and in the body text of digits.</summary>
    /// <exception cref="DiscordException">50035 with the place of everything that stands for an id but isn't one.</exception>
    public void ReadIds()
    {
        var errors = new FormErrors();
        foreach (var (route, place) in Ids.Where(id => HasRoute(id.Route) && !Names.Contains(Route(id.Route))))
            IdFields.Check(Route(route), place, errors);
        errors.ThrowIfAny();
        IdFields.Read(body);
    }

    public string Route(string name) => (string)http.RouteValues[name]!;

    public bool HasRoute(string name) => http.RouteValues.ContainsKey(name);

    public string? Query(string name) => http.Query.TryGetValue(name, out var values) ? values.ToString() : null;

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

    static JsonNode? Parse(HttpRequest http, byte[] sent)
    {
        if (sent.Length == 0)
            return null;
        if (!http.HasJsonContentType() && !UploadedFile.IsMultipart(http.ContentType))
        {
            throw FormErrors.Single("", "CONTENT_TYPE_INVALID",
                "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
        }

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
