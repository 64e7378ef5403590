using System.Diagnostics;

namespace Desk.Importing;

/// <summary>Spans of imports that find changes. While nobody listens, that costs next to nothing.</summary>
public static class ImportTraces
{
    public const string SourceName = "Desk.Importing";

    /// <summary>In larger imports, files have no spans of their own: a first one has very many, and nobody looks for one of them.</summary>
    internal const int MostFiles = 100;

    static readonly ActivitySource Source = new(SourceName);

    /// <param name="looked">How long it took to see that files changed.</param>
    internal static Activity? Import(int files, TimeSpan looked)
    {
        var span = Source.StartActivity("import")?.SetTag("newsdesk.files", files);
        return span?.SetStartTime(span.StartTimeUtc - looked);
    }

    internal static Activity? ReadFile(string path) => Source.StartActivity("read file")?.SetTag("article.path", path);

    internal static void Note(this Activity span, FileReading read) => span.SetTag("newsdesk.outcome", read switch
    {
        { IsWhole: false } => "unfinished",
        { IsBroken: true } => "broken",
        { Reading: null } => "unchanged",
        _ => "read",
    });

    internal static Activity? StoreFiles() => Source.StartActivity("store files");

    internal static Activity? GroupStories() => Source.StartActivity("group stories");
}
