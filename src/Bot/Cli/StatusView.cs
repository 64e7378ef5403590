using System.Globalization;
using Articles.Files;
using Bot.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Cli;

/// <summary>How a snapshot looks: first what is wrong, and what to do.</summary>
static class StatusView
{
    const int KindsShown = 20;

    static readonly Style Wrong = new(Color.Red);
    static readonly Style Right = new(Color.Green);
    static readonly Style Aside = new(decoration: Decoration.Dim);

    /// <param name="folder">Problems are shown with their paths in it.</param>
    public static IRenderable Of(StatusSnapshot snapshot, string folder) => new Rows(
    [
        .. Health(snapshot),
        new Text(""),
        .. Processes(snapshot),
        new Text($"{snapshot.Articles} published {(snapshot.Articles == 1 ? "article" : "articles")} in {snapshot.Database}"),
        new Text("Deliveries: " + string.Join(", ", snapshot.Deliveries.Select(one => $"{one.Count} {one.State}").DefaultIfEmpty("none"))),
        Imports(snapshot),
        .. Problems(snapshot, folder),
    ]);

    /// <summary>In place of a snapshot that can't be read.</summary>
    public static IRenderable Unusable(string reason) => new Text($"✗ {reason}", Wrong);

    /// <summary>When the snapshot was taken, for those who watch.</summary>
    public static IRenderable Heading(DateTimeOffset at, TimeSpan every) =>
        new Text($"{at:yyyy-MM-dd HH:mm:ss zzz}, every {every.TotalSeconds:0} s. Ctrl+C ends.", Aside);

    static IEnumerable<IRenderable> Health(StatusSnapshot snapshot)
    {
        foreach (var wrong in snapshot.Health.Checks.Where(check => check.Problem is not null))
        {
            yield return new Text($"✗ {wrong.Name}: {wrong.Problem}", Wrong);
            yield return Indented(wrong.Remedy ?? "");
        }

        var right = snapshot.Health.Checks.Where(check => check.Problem is null).Select(check => check.Name).ToList();
        if (right.Count > 0)
            yield return new Text($"✓ {string.Join(", ", right)}", Right);
        if (snapshot.IsUnasked)
            yield return Indented("Set Health:Listen, and the bot also says here whether it hears Discord.");
    }

    static IEnumerable<IRenderable> Processes(StatusSnapshot snapshot)
    {
        if (snapshot.Processes is [])
            yield break;
        var table = new Table().NoBorder().AddColumns("Process", "since", "desk", "channels", "shards", "requests a second");
        foreach (var one in snapshot.Processes)
        {
            table.AddRow(
                Markup.Escape(one.Name),
                $"{one.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}",
                one.RunsDesk ? "runs it" : "",
                one.Channels.ToString("P0", CultureInfo.InvariantCulture),
                one.Shards is [] ? "none" : string.Join(", ", one.Shards),
                one.Requests.ToString(CultureInfo.InvariantCulture));
        }

        yield return table;
        yield return new Text("");
    }

    static Table Imports(StatusSnapshot snapshot)
    {
        var table = new Table().NoBorder().AddColumns("Latest imports with changes", "");
        foreach (var import in snapshot.Imports)
            table.AddRow($"{import.At.ToLocalTime():yyyy-MM-dd HH:mm:ss}", Markup.Escape(ImportWords.Of(import)));
        return table;
    }

    static IEnumerable<IRenderable> Problems(StatusSnapshot snapshot, string folder)
    {
        yield return new Text(snapshot.Problems is [] ? "No problems in the content folder." : "Problems in the content folder:");
        var kinds = ProblemKind.Of(snapshot.Problems);
        foreach (var kind in kinds.Take(KindsShown))
        {
            yield return new Text($"{kind.First.In(folder)}");
            if (kind.Count > 1)
                yield return Indented($"and {kind.Count - 1} more like it: run check to list them");
        }

        if (kinds.Count > KindsShown)
            yield return new Text($"and {kinds.Skip(KindsShown).Sum(kind => kind.Count)} of other kinds: run check to list them");
    }

    static Padder Indented(string text) => new(new Text(text), new Padding(2, 0, 0, 0));
}
