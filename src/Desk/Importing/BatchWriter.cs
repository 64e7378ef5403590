using Desk.Database;

namespace Desk.Importing;

/// <summary>Writes the batches of one import, each in one transaction, and adds up what they did.</summary>
sealed class BatchWriter(SeriesWriter writer, ImportTally tally, Absences absences, TimeProvider clock)
{
    /// <summary>For what one batch does; it counts once the batch is saved.</summary>
    public ImportTally Part() => new(tally);

    public async Task SaveAsync(Func<ImportBatch, Task> save, CancellationToken ct)
    {
        var part = Part();
        await SaveAsync(part, save, ct);
    }

    /// <summary>The same, unless something in the batch can't be stored: then nothing of it is.</summary>
    /// <returns>What can't be stored; null if the batch is saved.</returns>
    public async Task<Exception?> TrySaveAsync(ImportTally part, Func<ImportBatch, Task> save, CancellationToken ct)
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
