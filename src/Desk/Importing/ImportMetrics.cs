using System.Diagnostics.Metrics;
using Articles.Files;
using Desk.Archive;

namespace Desk.Importing;

/// <summary>What is counted of imports. While nobody listens, that costs next to nothing.</summary>
public static class ImportMetrics
{
    public const string MeterName = "Desk.Importing";

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Imports = Meter.CreateCounter<long>(
        "newsdesk.imports", "{import}", "Scans of the content folder, by outcome.");

    static readonly Counter<double> Time = Meter.CreateCounter<double>(
        "newsdesk.import.time", "s", "Total duration of the imports that succeeded.");

    static readonly Counter<long> Changes = Meter.CreateCounter<long>(
        "newsdesk.import.changes", "{article}", "What imports changed in articles.");

    static readonly Gauge<int> Problems = Meter.CreateGauge<int>(
        "newsdesk.content.problems", "{problem}", "Problems in the content folder, as the last import found them.");

    /// <summary>Makes the counters known with 0, so that their first event is seen as an increase.</summary>
    public static void Begin()
    {
        foreach (var outcome in Enum.GetValues<Outcome>())
            Count(outcome, 0);
        Time.Add(0);
        foreach (var kind in Enum.GetValues<ArticleChangeKind>())
            Changes.Add(0, Label("kind", kind));
    }

    public static void Done(ImportReport report)
    {
        Count(report.ChangedAnything ? Outcome.Changed : Outcome.Unchanged, 1);
        Time.Add(report.Took.TotalSeconds);
        foreach (var (kind, count) in report.Changes.CountBy(change => change.Kind))
            Changes.Add(count, Label("kind", kind));
        foreach (var severity in Enum.GetValues<ContentSeverity>())
            Problems.Record(report.Problems.Count(problem => problem.Severity == severity), Label("severity", severity));
    }

    /// <summary>What is stored stays.</summary>
    public static void Failed() => Count(Outcome.Failed, 1);

    static void Count(Outcome outcome, int count) => Imports.Add(count, Label("outcome", outcome));

    static KeyValuePair<string, object?> Label<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString().ToLowerInvariant());

    enum Outcome
    {
        Changed,
        Unchanged,
        Failed,
    }
}
