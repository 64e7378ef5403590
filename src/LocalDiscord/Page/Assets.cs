using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Page;

/// <summary>Serves the page's files, which are resources of the assembly: <c>/style.css</c> is <c>wwwroot/style.css</c>.</summary>
sealed class Assets
{
    static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    };

    // Resource names contain backslashes if the assembly was built on Windows.
    readonly Dictionary<string, string> resources = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .ToDictionary(name => name.Replace('\\', '/'));

    public async Task SendAsync(HttpContext http)
    {
        var path = http.Request.Path.Value is "/" or null ? "/index.html" : http.Request.Path.Value;
        if (!resources.TryGetValue("wwwroot" + path, out var resource))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        http.Response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
        http.Response.ContentLength = file.Length;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src * data:; style-src 'self'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
