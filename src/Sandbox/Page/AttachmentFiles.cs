using Microsoft.AspNetCore.Http;
using Sandbox.Messages;

namespace Sandbox.Page;

/// <summary>Serves what was uploaded. Pictures are shown; everything else is for saving, since it may be anything.</summary>
sealed class AttachmentFiles(World world)
{
    public const string Route = Attachments.Path + "/{channel}/{id}/{name}";

    public async Task SendAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        if (world.Attachments.Find((string)http.Request.RouteValues["id"]!) is not { } bytes)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = Attachments.ContentType(name);
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (!Attachments.IsPicture(name))
            http.Response.Headers.ContentDisposition = "attachment";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
