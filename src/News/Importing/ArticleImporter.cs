using Microsoft.Data.Sqlite;
using News.Reading;
using News.Storage;
using News.Stories;

namespace News.Importing;

/// <summary>
/// Brings the content folder into the database. Articles are written in batches, each a transaction; what of them is news
/// is decided in a last one, together with the deliveries that this causes. After a crash in between, the next import goes on.
/// </summary>
public sealed class ArticleImporter(NewsDatabase database, ContentFolder folder, TimeProvider clock)
{
    readonly Subscribers subscribers = new();

    internal int FilesPerBatch { get; init; } = 5000;

    /// <summary>From here on it pays to set the connection up for it.</summary>
    const int ManyFiles = 1000;

    /// <summary>What happens to one file can make others worth reading again, and these others, but not for ever.</summary>
    const int MaxRounds = 5;

    /// <param name="patience">A broken file that was written within this time is taken for half-written, and left for the next look.</param>
    /// <param name="progress">Told how many of the files were looked at.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ContentFolderEmptiedException">It holds nothing any more.</exception>
    public async Task<ImportReport> ImportAsync(TimeSpan patience, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        await using var connection = await database.OpenAsync(ct);
        var looking = Task.Run(folder.Files, ct);
        var known = await ContentStore.FilesAsync(connection);
        var files = await looking;
        if (files.Count == 0 && known.Count > 0 && folder.IsEmpty)
            throw new ContentFolderEmptiedException(folder.Root, known.Count);

        var tally = new ImportTally();
        var plan = ImportPlan.Between(files, known);
        if (!plan.IsEmpty)
        {
            using var bulk = plan.Changed.Count >= ManyFiles ? BulkWrites.Begin(connection) : null;
            await ReplaceDefinitionsAsync(connection, plan, tally, ct);
            var keywords = new KeywordTopics(await TopicStore.KeywordsAsync(connection));
            await ReadAsync(connection, plan, new(folder, known, keywords), tally, at, patience, new(progress, files.Count), ct);
            await ReadAgainAsync(connection, keywords, tally, ct);
        }

        var (listed, stories) = await NewsAsync(connection, ct);
        foreach (var news in listed)
            tally.Note(news.ArticleId, news.Path, news.Kind);
        var problems = await ContentStore.ProblemsAsync(connection);
        var articles = files.Count(file => file.Kind is ContentKind.Article);
        progress?.Report(new(files.Count, files.Count));
        var report = new ImportReport
        {
            At = at,
            Took = clock.GetElapsedTime(started),
            Files = articles,
            Unchanged = articles - tally.Read - tally.Unfinished,
            Broken = problems.Where(problem => problem.Severity is ContentSeverity.Error).DistinctBy(problem => problem.Path).Count(),
            Duplicates = await ContentStore.DuplicatesAsync(connection),
            Unfinished = tally.Unfinished,
            Changes = [.. tally.Changes],
            Stories = stories,
            HaveDefinitionsChanged = plan.HaveDefinitionsChanged,
            Problems = problems,
        };
        if (report.ChangedAnything)
            await ImportStore.SaveAsync(connection, report);
        return report;
    }

    /// <summary>First what goes, so that a file that was renamed finds its article free; then what articles refer to.</summary>
    async Task ReplaceDefinitionsAsync(SqliteConnection connection, ImportPlan plan, ImportTally tally, CancellationToken ct)
    {
        if (plan.Gone.Count > 0)
        {
            await using var batch = ImportBatch.Begin(connection, tally, clock);
            foreach (var file in plan.Gone)
                await batch.RemoveAsync(file);
            await batch.CommitAsync(ct);
        }

        if (!plan.HaveDefinitionsChanged)
            return;
        await using var transaction = connection.BeginWrite();
        var before = await DefinedNames.ReadAsync(connection, transaction);
        Definitions.Read(folder, plan.Definitions).Save(connection, transaction);
        await KeywordFiling.RenewAsync(connection, transaction);
        await StoryNews.RenameAsync(connection, transaction, before, clock.GetUtcNow());
        await transaction.CommitAsync(ct);
    }

    async Task ReadAsync(
        SqliteConnection connection,
        ImportPlan plan,
        FileReadings files,
        ImportTally tally,
        DateTimeOffset at,
        TimeSpan patience,
        LookedAt looked,
        CancellationToken ct)
    {
        looked.Add(looked.Files - plan.Changed.Count);
        await using var readings = files.AllAsync(plan.Changed, ct).GetAsyncEnumerator(ct);
        for (var left = plan.Changed.Count; left > 0; left -= FilesPerBatch)
        {
            await using var batch = ImportBatch.Begin(connection, tally, clock);
            var size = Math.Min(left, FilesPerBatch);
            for (var i = 0; i < size && await readings.MoveNextAsync(); i++)
            {
                var read = readings.Current;
                if (read.IsWhole && !(read.IsBroken && IsJustWritten(read.File, at, patience)))
                    await batch.SaveAsync(read);
                else
                    tally.Unfinished++;
                looked.Add(1);
            }

            await batch.CommitAsync(ct);
        }
    }

    // A file from the future was not: some clock is wrong, and it will not get older by waiting.
    static bool IsJustWritten(ContentFile file, DateTimeOffset at, TimeSpan patience) =>
        file.ModifiedTicks > (at - patience).UtcTicks && file.ModifiedTicks <= at.UtcTicks;

    /// <summary>Which of several files with one article is shown can change by what happens to the others.</summary>
    async Task ReadAgainAsync(SqliteConnection connection, KeywordTopics keywords, ImportTally tally, CancellationToken ct)
    {
        for (var round = 0; round < MaxRounds && tally.TakeReadAgain() is [_, ..] paths; round++)
        {
            await using var batch = ImportBatch.Begin(connection, tally, clock);
            var files = paths.Select(batch.FileAt).OfType<ContentFile>().ToList();
            var unread = files.ToDictionary(file => file.Path, file => new KnownFile(file, Hash: long.MinValue));
            await foreach (var read in new FileReadings(folder, unread, keywords).AllAsync(files, ct))
                if (read.IsWhole)
                    await batch.SaveAsync(read);
            await batch.CommitAsync(ct);
        }
    }

    /// <summary>What readers can see for the first time, which now is on its way to the channels, and what became of stories, old and new.</summary>
    async Task<(IReadOnlyList<ArticleChange> Listed, StoryChanges Stories)> NewsAsync(SqliteConnection connection, CancellationToken ct)
    {
        // Most looks find nothing, and should not ask for the write lock.
        if (!await StoryNews.IsThereAsync(connection) && !await StoryGrouping.HasChangesAsync(connection))
            return ([], StoryChanges.None);
        await using var transaction = connection.BeginWrite();
        // Grouped first, so that deliveries can be decided by story: this is what they are to be told, in this transaction.
        var stories = await StoryGrouping.RegroupAsync(connection, transaction);
        var news = await StoryNews.DecideAsync(connection, transaction, stories, subscribers, clock.GetUtcNow());
        await transaction.CommitAsync(ct);
        return (news, stories);
    }
}
