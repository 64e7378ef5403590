using Desk.Archive;
using Desk.Importing;

namespace Bot.Hosting;

/// <summary>What an import changed, in words: only counts above zero, news first.</summary>
static class ImportWords
{
    public static string Of(ImportReport report) => Of(
        (report.Count(ArticleChangeKind.New), "new"),
        (report.Count(ArticleChangeKind.Edited), "edited"),
        (report.Count(ArticleChangeKind.Returned), "restored"),
        (report.Count(ArticleChangeKind.Withdrawn), "withdrawn"),
        (report.Count(ArticleChangeKind.Touched), "unpublished or without visible changes"),
        (report.Broken, "broken"),
        (report.Duplicates, report.Duplicates == 1 ? "duplicate" : "duplicates"),
        (report.Unfinished, "still being written"),
        (report.Unchanged, "unchanged"));

    public static string Of(ImportSummary summary) => Of(
        (summary.New, "new"),
        (summary.Edited, "edited"),
        (summary.Returned, "restored"),
        (summary.Withdrawn, "withdrawn"),
        (summary.Touched, "unpublished or without visible changes"),
        (summary.Broken, "broken"),
        (summary.Duplicates, summary.Duplicates == 1 ? "duplicate" : "duplicates"),
        (summary.Unchanged, "unchanged"));

    static string Of(params (int Count, string What)[] parts) =>
        string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}").DefaultIfEmpty("no changes"));
}
