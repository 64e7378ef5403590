using LocalDiscord.Messages;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Page;

/// <summary>Serves members' pictures where Discord's CDN has them, whatever type the address asks for.</summary>
sealed class AvatarFiles(AvatarStore avatars)
{
    public const string Route = "/guilds/{guild}/users/{user}/avatars/{hash}.{type}";

    public async Task SendAsync(HttpContext http)
    {
        if (avatars.Find((string)http.Request.RouteValues["hash"]!) is not { } picture)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = picture[0] switch { 0x89 => "image/png", 0xFF => "image/jpeg", _ => "image/gif" };
        http.Response.ContentLength = picture.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(picture, http.RequestAborted);
    }
}
