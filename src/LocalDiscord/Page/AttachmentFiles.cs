using LocalDiscord.Messages;
using Microsoft.AspNetCore.Http;

namespace LocalDiscord.Page;

/// <summary>Serves uploaded files. Browsers show pictures, and save everything else, since it can be anything.</summary>
sealed class AttachmentFiles(AttachmentStore attachments)
{
    public const string Route = AttachmentStore.Path + "/{channel}/{id}/{name}";

    public async Task SendAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        if (attachments.Find((string)http.Request.RouteValues["id"]!) is not { } bytes)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = AttachmentStore.ContentType(name);
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (!AttachmentStore.IsPicture(name))
            http.Response.Headers.ContentDisposition = "attachment";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
