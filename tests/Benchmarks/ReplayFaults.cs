using System.Text;

namespace Benchmarks;

/// <summary>What goes wrong between the bot and Discord; the local Discord's README explains each.</summary>
static class ReplayFaults
{
    const string Page = "\"<html><body>Sign in to the network</body></html>\"";

    /// <summary>A forum's posts are threads; the others are messages.</summary>
    static readonly string[] Sends = ["create-message", "thread"];

    static readonly IReadOnlyList<string> All =
    [
        .. Sends.SelectMany(api => (string[])
        [
            $$"""{"api": "{{api}}", "status": 502, "body": {{Page}}, "times": 2}""",
            $$"""{"api": "{{api}}", "status": 403, "body": {{Page}}}""",
            $$"""{"api": "{{api}}", "status": 403, "body": {{Page}}, "after": true}""",
            $$"""{"api": "{{api}}", "status": 400, "body": "Bad Request"}""",
            $$"""{"api": "{{api}}", "status": 404, "body": {{Page}}}""",
            $$"""{"api": "{{api}}", "status": 200, "body": {{Page}}}""",
            $$"""{"api": "{{api}}", "status": 200, "body": {{Page}}, "after": true}""",
            $$"""{"api": "{{api}}", "status": 302, "body": "", "headers": {"Location": "http://portal.example/"} }""",
            $$"""{"api": "{{api}}", "after": true}""",
            $$"""{"api": "{{api}}", "drop": true}""",
            $$"""{"api": "{{api}}", "drop": true, "after": true}""",
            $$"""{"api": "{{api}}", "delay": 1.5}""",
            $$"""{"api": "{{api}}", "status": 429, "scope": "user", "retry_after": 0.5}""",
        ]),
        $$"""{"api": "read-messages", "status": 200, "body": {{Page}}}""",
        $$"""{"api": "read-messages", "status": 403, "body": {{Page}}}""",
        $$"""{"api": "read-messages", "status": 404, "body": {{Page}}}""",
        """{"api": "read-messages", "drop": true}""",
        $$"""{"api": "channel", "status": 404, "body": {{Page}}}""",
        $$"""{"api": "guild", "status": 200, "body": {{Page}}}""",
        $$"""{"api": "edit-message", "status": 404, "body": {{Page}}}""",
        """{"api": "edit-message", "status": 500, "after": true}""",
        """{"api": "edit-message", "drop": true}""",
        $$"""{"api": "any", "status": 401, "body": {{Page}}}""",
        """{"api": "any", "status": 503}""",
        """{"api": "any", "status": 429, "body": "error code: 1015", "headers": {"Retry-After": "1"}}""",
        """{"gateway": "drop"}""",
        """{"gateway": "invalidate"}""",
    ];

    public static async Task PlanAsync(HttpClient people, Random random, CancellationToken ct)
    {
        using var body = new StringContent(All[random.Next(All.Count)], Encoding.UTF8, "application/json");
        using var planned = await people.PostAsync("sandbox/faults", body, ct);
        planned.EnsureSuccessStatusCode();
    }
}
