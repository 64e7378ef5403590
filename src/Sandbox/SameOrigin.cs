using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Sandbox;

/// <summary>
/// Lets in only what was meant for this server: a web page from elsewhere can make a browser send requests to
/// 127.0.0.1, under its own name (Origin) or under a name that it points there (Host).
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
        await http.Response.WriteAsync("The local Discord answers only to its own address.", http.RequestAborted);
    }

    static bool IsOwn(HttpContext http)
    {
        var host = http.Request.Host.Value;
        var port = http.Connection.LocalPort;
        return (host == $"127.0.0.1:{port}" || host == $"localhost:{port}")
            && (StringValues.IsNullOrEmpty(http.Request.Headers.Origin) || http.Request.Headers.Origin == $"http://{host}");
    }
}
