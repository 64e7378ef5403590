using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Discord.Tests;

/// <summary>
/// Writes every request of the client as a line of JSON for tests/OpenApi, to the folder in LOCAL_DISCORD_CALLS, where the local Discord
/// also writes. Lines have no status or response, because the responses in these tests are invented.
/// </summary>
static class RequestsFile
{
    static readonly PathString Api = "/api/v10";

    // One file for the process, however many servers its tests start.
    static readonly Lazy<FileStream?> File = new(Open);

    public static async Task AppendAsync(HttpRequest request)
    {
        if (File.Value is not { } file || !request.Path.StartsWithSegments(Api, out var path))
            return;
        var json = await JsonAsync(request);
        var line = new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = path + request.QueryString,
            ["request"] = json.Length == 0 ? null : JsonNode.Parse(json),
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{line.ToJsonString()}\n");
        lock (file)
            file.Write(bytes);
    }

    static async Task<string> JsonAsync(HttpRequest request)
    {
        request.EnableBuffering();
        if (request.HasFormContentType)
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))["payload_json"].ToString();
        using var body = new StreamReader(request.Body, leaveOpen: true);
        var json = await body.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return json;
    }

    static FileStream? Open()
    {
        if (Environment.GetEnvironmentVariable("LOCAL_DISCORD_CALLS") is not { Length: > 0 } folder)
            return null;
        Directory.CreateDirectory(folder);
        var name = $"requests-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}.jsonl";
        return new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
