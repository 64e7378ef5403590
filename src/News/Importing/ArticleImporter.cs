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
        var files = folder.Files();
        await using var connection = await database.OpenAsync(ct);
        if (await NothingNewAsync(connection, files) is { } nothingNew)
            return nothingNew;

        await using var transaction = connection.BeginWrite();
        var now = UtcText.Of(clock.GetUtcNow());
        var known = await ContentStore.FilesAsync(connection, transaction);
        using var articles = new ArticleWriter(connection, transaction);
        using var contents = new ContentWriter(connection, transaction);

        var (stored, read, haveTopicsChanged) = (0, 0, false);
        foreach (var (looked, file) in files.Index())
        {
            ct.ThrowIfCancellationRequested();
            progress?.Report(new(looked, files.Count));
            if (known.Remove(file.Path, out var before) && before == file)
                continue;

            if (file.Kind is ContentKind.Topic)
            {
                haveTopicsChanged = true;
                continue;
            }

            if (file.Kind is ContentKind.Provider)
            {
                contents.Save(file, folder.Problems(file));
                continue;
            }

            read++;
            var reading = folder.Read(file.Path);
            contents.Save(file, reading.Problems);
            if (reading.Article is { } article)
            {
                articles.Save(article);
                stored++;
            }
        }

        foreach (var gone in known.Values)
        {
            haveTopicsChanged |= gone.Kind is ContentKind.Topic;
            articles.Remove(gone.Path, now);
            contents.Remove(gone.Path);
        }

        if (haveTopicsChanged)
            ReplaceTopics(files, contents, new(connection, transaction));

        var news = await Outbox.QueueNewsAsync(connection, transaction, now);
        var problems = await ContentStore.ProblemsAsync(connection, transaction);
        await transaction.CommitAsync(ct);
        progress?.Report(new(files.Count, files.Count));
        return new()
        {
            Files = Articles(files),
            Unchanged = Articles(files) - read,
            Stored = stored,
            Removed = Articles(known.Values),
            HaveTopicsChanged = haveTopicsChanged,
            News = news,
            Problems = problems,
        };
    }

    /// <summary>Topics refer to each other, and they are few: when one changes, all are read again.</summary>
    void ReplaceTopics(IReadOnlyList<ContentFile> files, ContentWriter contents, TopicWriter topics)
    {
        var definitions = new List<TopicDefinition>();
        foreach (var file in files.Where(file => file.Kind is ContentKind.Topic))
        {
            var (topic, problems) = folder.ReadTopic(file.Path);
            contents.Save(file, problems);
            if (topic is not null)
                definitions.Add(topic);
        }

        topics.Replace(definitions);
    }

    static int Articles(IEnumerable<ContentFile> files) => files.Count(file => file.Kind is ContentKind.Article);

    /// <summary>The report of a look that finds nothing new; it takes no write lock, since most looks are such.</summary>
    static async Task<ImportReport?> NothingNewAsync(SqliteConnection connection, IReadOnlyList<ContentFile> files)
    {
        var known = await ContentStore.FilesAsync(connection, transaction: null);
        if (known.Count != files.Count || !files.All(file => known.TryGetValue(file.Path, out var before) && before == file))
            return null;

        return new()
        {
            Files = Articles(files),
            Unchanged = Articles(files),
            Stored = 0,
            Removed = 0,
            HaveTopicsChanged = false,
            News = 0,
            Problems = await ContentStore.ProblemsAsync(connection, transaction: null),
        };
    }
}

/// <summary>How far an import is, in files.</summary>
public readonly record struct ImportProgress(int Looked, int Files);
