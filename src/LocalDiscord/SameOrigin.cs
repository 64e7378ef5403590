using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalDiscord;

/// <summary>
/// Rejects requests that were not meant for this server. A web page from elsewhere can make a browser send requests to
/// 127.0.0.1, with the page's name as Origin, or with a name in Host that the page's owner resolves to 127.0.0.1.
/// </summary>
static class SameOrigin
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (IsOwn(http))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await http.Response.WriteAsync("The local Discord accepts requests to its own address only.", http.RequestAborted);
    }

    static bool IsOwn(HttpContext http)
    {
        var (request, host) = (http.Request, http.Request.Host.Value);
        var port = http.Connection.LocalPort;
        return (host == $"127.0.0.1:{port}" || host == $"localhost:{port}" || (request.IsHttps && IsDiscords(host)))
            && (StringValues.IsNullOrEmpty(request.Headers.Origin) || request.Headers.Origin == $"{request.Scheme}://{host}");
    }

    /// <summary>A client that asks for Discord itself accepts this server's certificate only if its user wants that.</summary>
    static bool IsDiscords(string? host) => ServerCertificate.DiscordHosts.Contains(host);
}
