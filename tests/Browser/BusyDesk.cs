namespace Browser.Tests;

/// <summary>
/// A desk with so many stories that not all of them are looked at when rules are tried; the sample articles are the newest.
/// </summary>
public sealed class BusyDesk : Desk
{
    static readonly DateTimeOffset Newest = new(2026, 10, 30, 8, 0, 0, TimeSpan.Zero);

    protected override void Fill()
    {
        base.Fill();
        foreach (var day in Enumerable.Range(0, 50))
            Write($"log-{day}.md", new($"Log of the harbour, page {day}") { PublishedAt = Newest.AddDays(-day), Topic = "Harbour" });
    }
}
