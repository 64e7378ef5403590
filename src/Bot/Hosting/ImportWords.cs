using News.Importing;

namespace Bot.Hosting;

/// <summary>What an import changed, in words: only what there is, news first.</summary>
static class ImportWords
{
    public static string Of(ImportReport report) => Of(
        (report.Count(ArticleChangeKind.New), "new to readers"),
        (report.Count(ArticleChangeKind.Edited), "edited"),
        (report.Count(ArticleChangeKind.Returned), "back"),
        (report.Count(ArticleChangeKind.Withdrawn), "withdrawn"),
        (report.Count(ArticleChangeKind.Touched), "held back or changed unseen"),
        (report.Broken, "broken"),
        (report.Duplicates, "a repetition of another"),
        (report.Unfinished, "still being written"),
        (report.Unchanged, "as before"));

    public static string Of(ImportSummary summary) => Of(
        (summary.New, "new to readers"),
        (summary.Edited, "edited"),
        (summary.Returned, "back"),
        (summary.Withdrawn, "withdrawn"),
        (summary.Touched, "held back or changed unseen"),
        (summary.Broken, "broken"),
        (summary.Duplicates, "a repetition of another"),
        (summary.Unchanged, "as before"));

    static string Of(params (int Count, string What)[] parts) =>
        string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}")) is { Length: > 0 } words ? words : "nothing changed";
}
