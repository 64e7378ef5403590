using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>Notes inside a transaction which files were read, and what was wrong with them.</summary>
sealed class ContentWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    readonly PreparedCommand saveFile = new(connection, transaction,
        """
        insert into files (path, size, modified_ticks)
        values ($path, $size, $modified_ticks)
        on conflict (path) do update
        set size = excluded.size, modified_ticks = excluded.modified_ticks
        """);

    readonly PreparedCommand clearProblems = new(connection, transaction, "delete from problems where path = $path");

    readonly PreparedCommand addProblem = new(connection, transaction,
        """
        insert into problems (path, position, line, column, message, is_warning)
        values ($path, $position, $line, $column, $message, $is_warning)
        """);

    readonly PreparedCommand removeFile = new(connection, transaction, "delete from files where path = $path");

    public void Save(ContentFile file, IReadOnlyList<ContentProblem> problems)
    {
        saveFile.Run(("$path", file.Path), ("$size", file.Size), ("$modified_ticks", file.ModifiedTicks));
        clearProblems.Run(("$path", file.Path));
        foreach (var (position, problem) in problems.Index())
        {
            addProblem.Run(
                ("$path", file.Path), ("$position", position), ("$line", problem.Line), ("$column", problem.Column),
                ("$message", problem.Message), ("$is_warning", problem.Severity is ContentSeverity.Warning));
        }
    }

    public void Remove(string path) => removeFile.Run(("$path", path));

    public void Dispose()
    {
        saveFile.Dispose();
        clearProblems.Dispose();
        addProblem.Dispose();
        removeFile.Dispose();
    }
}
