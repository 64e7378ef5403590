using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>All figures as a table in Markdown.</summary>
static class FiguresTable
{
    public static string Of(IEnumerable<PeerFigure> figures) => string.Concat(
        [
            "| Work | News desk | Compared with | Ratio | Target | |\n",
            "|---|---|---|---|---|---|\n",
            .. figures.Select(Line),
        ]);

    static string Line(PeerFigure figure)
    {
        var ratio = figure.Ratio is { } some ? some.ToString("0.00", CultureInfo.InvariantCulture) : "";
        var verdict = figure.Target.IsMetBy(figure.Value) ? "met" : "missed";
        return $"| {figure.Work} | {figure.Ours} | {figure.Beside} | {ratio} | {figure.Target.Words} | {verdict} |\n";
    }
}
