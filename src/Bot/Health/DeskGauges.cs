using System.Diagnostics.Metrics;
using Desk.Archive;
using Desk.Database;
using Desk.Outbox;

namespace Bot.Health;

/// <summary>
/// What is measured when somebody asks for it. Reading it takes a moment, which those who observe instruments can't wait for:
/// <see cref="RefreshAsync"/> reads, and the instruments show what it read.
/// </summary>
sealed class DeskGauges : IDisposable
{
    public const string MeterName = "Bot.Health";

    readonly HealthReporter reporter;
    readonly ArticleStore articles;
    readonly DeliveryStore deliveries;
    readonly TimeProvider clock;
    readonly Meter meter = new(MeterName);

    Reading? reading;

    public DeskGauges(HealthReporter reporter, ArticleStore articles, DeliveryStore deliveries, TimeProvider clock)
    {
        (this.reporter, this.articles, this.deliveries, this.clock) = (reporter, articles, deliveries, clock);
        meter.CreateObservableGauge(
            "newsdesk.ready", () => Of<int>(Checks), unit: null,
            "Whether a check of /health/ready found no problem: 1, or 0 if it found one.");
        meter.CreateObservableGauge(
            "newsdesk.articles", () => Of<int>(one => [new(one.Articles)]), "{article}", "Published articles.");
        meter.CreateObservableGauge(
            "newsdesk.deliveries", () => Of<int>(Deliveries), "{delivery}", "Deliveries in the database, by state.");
        meter.CreateObservableGauge(
            "newsdesk.outbox.due", () => Of<int>(one => [new(one.Due.Count)]), "{delivery}",
            "Deliveries that are due and not being sent, without those of paused channels.");
        meter.CreateObservableGauge(
            "newsdesk.outbox.oldest_due", () => Of<double>(one => [new(one.OldestDue.TotalSeconds)]), "s",
            "For how long the oldest of them is due; 0 if there are none.");
    }

    /// <summary>Reads what is measured. What can't be read is not shown, rather than shown as it was.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            var due = await deliveries.DueAsync(ct);
            var oldest = due.Since is { } since && clock.GetUtcNow() - since is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;
            reading = new(
                await reporter.ReportAsync(ct), await articles.CountAsync(ct), await deliveries.CountsAsync(ct), due, oldest);
        }
        catch (DatabaseException)
        {
            // The bot's own work with the database logs this. A check that failed says so below.
            reading = null;
        }
    }

    public void Dispose() => meter.Dispose();

    IEnumerable<Measurement<T>> Of<T>(Func<Reading, IEnumerable<Measurement<T>>> measure)
        where T : struct => reading is { } last ? measure(last) : [];

    static IEnumerable<Measurement<int>> Checks(Reading reading) => reading.Health.Checks.Select(
        check => new Measurement<int>(check.Problem is null ? 1 : 0, new KeyValuePair<string, object?>("check", check.Name)));

    static IEnumerable<Measurement<int>> Deliveries(Reading reading) => reading.Deliveries.Select(
        one => new Measurement<int>(one.Count, new KeyValuePair<string, object?>("state", one.State)));

    sealed record Reading(
        HealthReport Health, int Articles, IReadOnlyList<DeliveryCount> Deliveries, DueDeliveries Due, TimeSpan OldestDue);
}
