using Desk.Database;

namespace Desk.Archive.Questions;

/// <summary>Something that is read from the archive once, and anew after an import has changed the archive.</summary>
sealed class OncePerImport<TValue>(Func<DatabaseSession, Task<TValue>> read)
    where TValue : class
{
    // One reference, since several questions read and replace it at once.
    Entry? last;

    public async Task<TValue> ValueAsync(DatabaseSession session)
    {
        var import = await ArchiveNamesStore.ImportAsync(session);
        if (last is { } known && known.Import == import)
            return known.Value;
        var value = await read(session);
        last = new(import, value);
        return value;
    }

    sealed record Entry(long Import, TValue Value);
}
