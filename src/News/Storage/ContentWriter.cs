using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>Notes inside a transaction which files were read, and what was wrong with them.</summary>
sealed class ContentWriter(SqliteConnection connection) : IDisposable
{
    // Two statements, since one that inserts or updates has to be ready to be undone, which takes several times as long.
    readonly PreparedCommand addFile = new(connection,
        """
        insert or ignore into files (path, size, modified_ticks, hash, duplicate_of)
        values ($path, $size, $modified_ticks, $hash, $duplicate_of)
        """);

    readonly PreparedCommand updateFile = new(connection,
        """
        update files
        set size = $size, modified_ticks = $modified_ticks, hash = $hash, duplicate_of = $duplicate_of
        where path = $path
        """);

    readonly PreparedCommand seeAgain = new(connection,
        """
        update files
        set size = $size, modified_ticks = $modified_ticks
        where path = $path
        """);

    readonly PreparedCommand clearProblems = new(connection, "delete from problems where path = $path");

    readonly PreparedCommand addProblem = new(connection,
        """
        insert into problems (path, position, line, column, message, is_warning)
        values ($path, $position, $line, $column, $message, $is_warning)
        """);

    readonly PreparedCommand removeFile = new(connection, "delete from files where path = $path");

    readonly PreparedCommand duplicates = new(connection,
        """
        select path, size, modified_ticks
        from files
        where duplicate_of = $article_id
        """);

    readonly PreparedCommand file = new(connection,
        """
        select path, size, modified_ticks
        from files
        where path = $path
        """);

    /// <param name="file">The file as it was looked at.</param>
    /// <param name="isKnown">Whether it may have problems noted.</param>
    /// <param name="hash">Of its bytes.</param>
    /// <param name="problems">All that is wrong with it.</param>
    /// <param name="duplicateOf">The article that the file only repeats; null mostly.</param>
    public void Save(ContentFile file, bool isKnown, long hash, IReadOnlyList<ContentProblem> problems, long? duplicateOf = null)
    {
        (string, object?)[] columns = [("$path", file.Path), ("$size", file.Size), ("$modified_ticks", file.ModifiedTicks), ("$hash", hash), ("$duplicate_of", duplicateOf)];
        if (!addFile.Changes(columns))
            updateFile.Run(columns);
        if (isKnown)
            clearProblems.Run(("$path", file.Path));
        foreach (var (position, problem) in problems.Index())
        {
            addProblem.Run(
                ("$path", file.Path), ("$position", position), ("$line", problem.Line), ("$column", problem.Column),
                ("$message", problem.Message), ("$is_warning", problem.Severity is ContentSeverity.Warning));
        }
    }

    /// <summary>Notes another size and time for the bytes that were read before.</summary>
    public void SeeAgain(ContentFile file) =>
        seeAgain.Run(("$path", file.Path), ("$size", file.Size), ("$modified_ticks", file.ModifiedTicks));

    /// <summary>The files that only repeat this article.</summary>
    public List<ContentFile> DuplicatesOf(long articleId) => duplicates.Rows(File, ("$article_id", articleId));

    public ContentFile? FileAt(string path) => file.Rows(File, ("$path", path)) is [var found] ? found : null;

    public void Remove(string path) => removeFile.Run(("$path", path));

    public void Dispose()
    {
        foreach (var command in (PreparedCommand[])[addFile, updateFile, seeAgain, clearProblems, addProblem, removeFile, duplicates, file])
            command.Dispose();
    }

    static ContentFile File(PreparedRow row) => new(row.Text(0), row.Number(1), row.Number(2));
}
