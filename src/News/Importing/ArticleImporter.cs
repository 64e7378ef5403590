using Microsoft.Data.Sqlite;
using News.Reading;
using News.Storage;

namespace News.Importing;

/// <summary>
/// Brings the content folder into the database. What changed, what went and the deliveries that this causes
/// are one transaction: after a crash either all of it is there or none.
/// </summary>
public sealed class ArticleImporter(NewsDatabase database, ContentFolder folder, TimeProvider clock)
{
    /// <param name="progress">Told how many of the files were looked at.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<ImportReport> ImportAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var files = folder.Files().OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        await using var connection = await database.OpenAsync(ct);
        if (await NothingNewAsync(connection, files) is { } nothingNew)
            return nothingNew;

        await using var transaction = connection.BeginWrite();
        var now = UtcText.Of(clock.GetUtcNow());
        var known = await ContentStore.FilesAsync(connection, transaction);
        using var articles = new ArticleWriter(connection, transaction);
        using var contents = new ContentWriter(connection, transaction);

        var (stored, read) = (0, 0);
        foreach (var (looked, file) in files.Index())
        {
            ct.ThrowIfCancellationRequested();
            progress?.Report(new(looked, files.Count));
            if (known.Remove(file.Path, out var before) && before == file)
                continue;

            read++;
            var reading = folder.Read(file.Path);
            contents.Save(file, reading.Problems);
            if (reading.Article is { } article)
            {
                articles.Save(article);
                stored++;
            }
        }

        foreach (var path in known.Keys)
        {
            articles.Remove(path, now);
            contents.Remove(path);
        }

        var news = await Outbox.QueueNewsAsync(connection, transaction, now);
        var problems = await ContentStore.ProblemsAsync(connection, transaction);
        await transaction.CommitAsync(ct);
        progress?.Report(new(files.Count, files.Count));
        return new()
        {
            Files = files.Count,
            Unchanged = files.Count - read,
            Stored = stored,
            Removed = known.Count,
            News = news,
            Problems = problems,
        };
    }

    /// <summary>The report of a look that finds nothing new; it takes no write lock, since most looks are such.</summary>
    static async Task<ImportReport?> NothingNewAsync(SqliteConnection connection, List<ContentFile> files)
    {
        var known = await ContentStore.FilesAsync(connection, transaction: null);
        if (known.Count != files.Count || !files.TrueForAll(file => known.TryGetValue(file.Path, out var before) && before == file))
            return null;

        return new()
        {
            Files = files.Count,
            Unchanged = files.Count,
            Stored = 0,
            Removed = 0,
            News = 0,
            Problems = await ContentStore.ProblemsAsync(connection, transaction: null),
        };
    }
}

/// <summary>How far an import is, in files.</summary>
public readonly record struct ImportProgress(int Looked, int Files);
