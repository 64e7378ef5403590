using Articles.Files;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Records, within a transaction, which files were read, and their problems.</summary>
sealed class ContentWriter(DatabaseSession session) : IDisposable
{
    // Two statements, because an upsert must be ready to be undone, which takes several times as long.
    readonly PreparedStatement addFile = session.Prepare(
        """
        insert into files (path, size, modified_ticks, hash, duplicate_of)
        values (@path, @size, @modified_ticks, @hash, @duplicate_of)
        on conflict do nothing
        """);

    readonly PreparedStatement updateFile = session.Prepare(
        """
        update files
        set size = @size, modified_ticks = @modified_ticks, hash = @hash, duplicate_of = @duplicate_of
        where path = @path
        """);

    readonly PreparedStatement seeAgain = session.Prepare(
        """
        update files
        set size = @size, modified_ticks = @modified_ticks
        where path = @path
        """);

    readonly PreparedStatement clearProblems = session.Prepare("delete from problems where path = @path");

    readonly PreparedStatement addProblem = session.Prepare(
        """
        insert into problems (path, position, line, column_number, message, is_warning)
        values (@path, @position, @line, @column, @message, @is_warning)
        """);

    readonly PreparedStatement removeFile = session.Prepare("delete from files where path = @path");

    readonly PreparedStatement duplicates = session.Prepare(
        """
        select path, size, modified_ticks
        from files
        where duplicate_of = @article_id
        """);

    readonly PreparedStatement file = session.Prepare(
        """
        select path, size, modified_ticks
        from files
        where path = @path
        """);

    /// <param name="file">The file as it was when it was read.</param>
    /// <param name="isKnown">Whether problems may be recorded for it.</param>
    /// <param name="hash">Of its bytes.</param>
    /// <param name="problems">All of its problems.</param>
    /// <param name="duplicateOf">The article that the file only repeats; usually null.</param>
    public void Save(ContentFile file, bool isKnown, long hash, IReadOnlyList<ContentProblem> problems, long? duplicateOf = null)
    {
        (string, object?)[] columns =
        [
            ("@path", file.Path), ("@size", file.Size), ("@modified_ticks", file.ModifiedTicks), ("@hash", hash),
            ("@duplicate_of", duplicateOf),
        ];
        if (!addFile.Changes(columns))
            updateFile.Run(columns);
        if (isKnown)
            clearProblems.Run(("@path", file.Path));
        foreach (var (position, problem) in problems.Index())
        {
            addProblem.Run(
                ("@path", file.Path), ("@position", position), ("@line", problem.Line), ("@column", problem.Column),
                ("@message", problem.Message), ("@is_warning", problem.Severity is ContentSeverity.Warning));
        }
    }

    /// <summary>Records a new size and time for unchanged bytes.</summary>
    public void SeeAgain(ContentFile file) =>
        seeAgain.Run(("@path", file.Path), ("@size", file.Size), ("@modified_ticks", file.ModifiedTicks));

    /// <summary>The files that only repeat this article.</summary>
    public List<ContentFile> DuplicatesOf(long articleId) => duplicates.Rows(File, ("@article_id", articleId));

    public ContentFile? FileAt(string path) => file.Rows(File, ("@path", path)) is [var found] ? found : null;

    public void Remove(string path) => removeFile.Run(("@path", path));

    public void Dispose()
    {
        PreparedStatement[] all = [addFile, updateFile, seeAgain, clearProblems, addProblem, removeFile, duplicates, file];
        foreach (var statement in all)
            statement.Dispose();
    }

    static ContentFile File(PreparedRow row) => new(row.Text(0), row.Number(1), row.Number(2));
}
