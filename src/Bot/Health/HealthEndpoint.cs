using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Health;

/// <summary>Answers those who ask how the bot is: a status for programs, and a line for each problem for people.</summary>
sealed class HealthEndpoint(HealthReporter reporter)
{
    const string Json = "application/json";

    public Task HandleAsync(HttpContext context) => (context.Request.Path.Value, IsRead(context.Request)) switch
    {
        ("/health/live" or "/health/ready", false) => RefuseAsync(context.Response),
        ("/health/live", _) => WriteAsync(context.Response, "Live.\n", context.RequestAborted),
        ("/health/ready", _) => ReadyAsync(context),
        _ => NotFoundAsync(context.Response),
    };

    static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    async Task ReadyAsync(HttpContext context)
    {
        var (response, ct) = (context.Response, context.RequestAborted);
        var report = await reporter.ReportAsync(ct);
        response.StatusCode = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (WantsJson(context.Request))
            await WriteAsync(response, JsonSerializer.Serialize(report, HealthJson.Default.HealthReport), ct, Json);
        else
            await WriteAsync(response, Text(report), ct);
    }

    static string Text(HealthReport report) => report.IsReady
        ? "Ready.\n"
        : string.Concat(report.Checks
            .Where(check => check.Problem is not null)
            .Select(check => $"{check.Name}: {check.Problem} {check.Remedy}\n"));

    static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase));

    static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    static Task NotFoundAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return WriteAsync(response, "There are /health/live, /health/ready, and /metrics.\n", response.HttpContext.RequestAborted);
    }

    static Task WriteAsync(HttpResponse response, string text, CancellationToken ct, string type = "text/plain; charset=utf-8")
    {
        response.ContentType = type;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(response.HttpContext.Request.Method) ? Task.CompletedTask : response.WriteAsync(text, ct);
    }
}
