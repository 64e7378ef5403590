using Articles.Files;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Writes the batches of one import, each in one transaction, and adds up what they did.</summary>
sealed class BatchWriter(SeriesWriter writer, ImportTally tally, Absences absences, TimeProvider clock)
{
    /// <summary>A change to one file can make others worth reading again, and those still others; this many rounds are enough.</summary>
    const int MaxRounds = 5;

    public async Task WriteAsync(IEnumerable<ContentFile[]> batches, FileReadings files, LookedAt looked, CancellationToken ct)
    {
        foreach (var some in batches)
        {
            var part = Part();
            var failure = await TrySaveAsync(
                part,
                async batch =>
                {
                    await foreach (var read in files.AllAsync(some, ct))
                    {
                        await SaveAsync(batch, read, part);
                        looked.Add(1);
                    }
                },
                ct);
            if (failure is null)
                continue;
            await foreach (var read in files.AllAsync(some, ct))
                await SaveAloneAsync(read, ct);
        }
    }

    /// <summary>Which of several files with the same article is shown can change when the others change.</summary>
    public async Task WriteAgainAsync(FileReadings files, CancellationToken ct)
    {
        for (var round = 0; round < MaxRounds && tally.TakeReadAgain() is [_, ..] paths; round++)
        {
            if (await WriteAgainAsync(files, paths, ct) is null)
                continue;
            // What can't be stored stays as it is; its neighbors don't.
            foreach (var path in paths)
                await WriteAgainAsync(files, [path], ct);
        }
    }

    public Task SaveAsync(Func<ImportBatch, Task> save, CancellationToken ct) => SaveAsync(Part(), save, ct);

    Task<Exception?> WriteAgainAsync(FileReadings files, IReadOnlyList<string> paths, CancellationToken ct) => TrySaveAsync(
        Part(),
        async batch =>
        {
            await foreach (var read in files.AgainAsync([.. paths.Select(batch.FileAt).OfType<ContentFile>()], ct))
                if (read.IsWhole)
                    await batch.SaveAsync(read);
        },
        ct);

    /// <summary>After a file that can't be stored, its neighbors are stored one by one.</summary>
    async Task SaveAloneAsync(FileReading read, CancellationToken ct)
    {
        var part = Part();
        if (await TrySaveAsync(part, batch => SaveAsync(batch, read, part), ct) is not { } failure)
            return;
        var broken = read with { Reading = FileReading.Failed(read.File, failure), Clues = null };
        await SaveAsync(batch => batch.SaveAsync(broken), ct);
    }

    static async Task SaveAsync(ImportBatch batch, FileReading read, ImportTally tally)
    {
        if (read.IsWhole)
            await batch.SaveAsync(read);
        else
            tally.Unfinished++;
    }

    /// <summary>For what one batch does; it counts once the batch is saved.</summary>
    ImportTally Part() => new(tally);

    /// <summary>Saves a batch, unless something in it can't be stored: then nothing of it is.</summary>
    /// <returns>What can't be stored; null if the batch is saved.</returns>
    async Task<Exception?> TrySaveAsync(ImportTally part, Func<ImportBatch, Task> save, CancellationToken ct)
    {
        try
        {
            await SaveAsync(part, save, ct);
            return null;
        }
        catch (Exception failure) when (IsOfContent(failure))
        {
            return failure;
        }
    }

    async Task SaveAsync(ImportTally part, Func<ImportBatch, Task> save, CancellationToken ct)
    {
        using var span = ImportTraces.StoreFiles();
        await writer.WriteAsync(
            async session =>
            {
                using var batch = ImportBatch.Begin(session, part, absences, clock);
                await save(batch);
                batch.Finish();
                return true;
            },
            ct);
        tally.Add(part);
    }

    /// <summary>
    /// Whether what failed is what was to be stored. What nobody foresaw is no reason to keep all other news; only the database's own
    /// failures are.
    /// </summary>
    static bool IsOfContent(Exception failure) => failure switch
    {
        DatabaseException database => database.Problem is DatabaseProblem.Failed,
        OperationCanceledException or OutOfMemoryException or IOException => false,
        _ => true,
    };
}

/// <summary>What an import has done so far.</summary>
/// <param name="before">What came before, of a part that may yet be undone; null for the whole import.</param>
sealed class ImportTally(ImportTally? before = null)
{
    readonly Dictionary<long, ArticleChange> changes = [];
    readonly HashSet<long> hidden = [];
    readonly HashSet<string> again = [];
    readonly HashSet<string> read = [];

    public IReadOnlyCollection<ArticleChange> Changes => changes.Values;

    /// <summary>Files whose bytes changed.</summary>
    public int Read => read.Count;

    /// <summary>Files that changed while they were read.</summary>
    public int Unfinished { get; set; }

    public void NoteRead(string path) => read.Add(path);

    /// <summary>Records what happened to an article; the last call counts.</summary>
    public void Note(long id, string path, ArticleChangeKind kind) => changes[id] = new(id, path, kind);

    /// <summary>Records that readers could see the article until this import.</summary>
    public void Hid(long id) => hidden.Add(id);

    public bool HasHidden(long id) => hidden.Contains(id) || before?.HasHidden(id) == true;

    /// <summary>Adds what a part did, now that it is committed.</summary>
    public void Add(ImportTally part)
    {
        foreach (var (id, change) in part.changes)
            changes[id] = change;
        hidden.UnionWith(part.hidden);
        again.UnionWith(part.again);
        read.UnionWith(part.read);
        Unfinished += part.Unfinished;
    }

    /// <summary>Requests that an unchanged file is read, because another one changed.</summary>
    public void ReadAgain(string path) => again.Add(path);

    public IReadOnlyList<string> TakeReadAgain()
    {
        List<string> paths = [.. again.Order(StringComparer.Ordinal)];
        again.Clear();
        return paths;
    }
}
