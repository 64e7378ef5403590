namespace Benchmarks;

/// <summary>
/// What the replay lacks: a correction, growing coverage, two stories that merge, withdrawals, a broken file, and a channel without
/// permissions.
/// </summary>
sealed class TranscriptChanges(TranscriptDesk desk, TranscriptPeople people)
{
    const string Host = "https://harbour.example/";

    public async Task RunAsync(CancellationToken ct)
    {
        people.Title("Stories change");
        await WriteAsync("ferry", "Ferry line drops the last boat on Portals day", "", ct);
        await WriteAsync("crane", "A crane that nobody ordered stands in the yard", "", ct);
        await WriteAsync("seal", "Seal closes the slipway for a second morning", "", ct);
        await WriteAsync("mast", "Mast of a tall ship found in a garden", "", ct);
        await WriteAsync("ferry", "Ferry line keeps the last boat on Portals day", "", ct);
        await WriteAsync("ferry-tide", "What the timetable says about boats", Related("ferry"), ct, "tide.example");
        await WriteAsync("both", "Yard and slipway are closed, says the harbour master", Related("crane", "seal"), ct, "lantern.example");
        desk.Write("mast.md", null);
        await desk.SettleAsync(ct);
        await WriteAsync("ferry", "Ferry line keeps the last boat on Portals day", "published: false\n", ct);

        people.Title("A file is broken, and mended");
        desk.Write("broken.md", "---\ntitle: Broken\npublishedDateTime: tomorow\nwebUrl: https://harbour.example/broken\n---\n");
        await desk.SettleAsync(ct);
        await WriteAsync("broken", "No longer broken", "", ct);

        people.Title("A channel refuses");
        await desk.PermitAsync("archive", "deny", ["SEND_MESSAGES"], ct);
        await WriteAsync("bell", "Church bell rings by itself", "", ct);
        await WriteAsync("buoy", "Yellow buoy drifts past three lighthouses", "", ct);
        await WriteAsync("gull", "Gulls learn to open lunch boxes", "", ct);
        await WriteAsync("net", "Fishing quota rises after ten years", "", ct);
        await people.TypeAsync("/channel list", ct, "moderator");
        await desk.PermitAsync("archive", "allow", ["SEND_MESSAGES"], ct);
        await people.TryAgainAsync(ct);
        await desk.UntilQuietAsync(ct);
    }

    async Task WriteAsync(string name, string title, string more, CancellationToken ct, string outlet = "harbour.example")
    {
        desk.Write($"{name}.md", $"""
            ---
            title: "{title}"
            excerpt: "What is known of it, in a sentence."
            publishedDateTime: 2021-12-01T0{name.Length % 10}:15:00Z
            webUrl: https://{outlet}/{name}
            quality: 70
            provider:
              name: {outlet}
              domain: {outlet}
            topics: [Portals]
            {more}
            ---

            """);
        await desk.SettleAsync(ct);
    }

    static string Related(params string[] names) =>
        "related:\n" + string.Concat(names.Select(name => $"  - title: See {name}\n    webUrl: {Host}{name}\n"));
}
