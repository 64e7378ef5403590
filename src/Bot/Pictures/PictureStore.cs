using Microsoft.Extensions.Logging;

namespace Bot.Pictures;

/// <summary>
/// The pictures of the last minutes: a story goes to many channels at once, and its publisher is asked one time. What couldn't be had is
/// remembered as well.
/// </summary>
sealed partial class PictureStore(PictureFetcher fetcher, TimeProvider clock, ILogger<PictureStore> log) : IDisposable
{
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    /// <summary>Of all files together. Beyond that, pictures are checked and not kept.</summary>
    const int MostBytes = 64 * 1024 * 1024;

    const int MostAtOnce = 16;

    readonly SemaphoreSlim turns = new(MostAtOnce);
    readonly Dictionary<string, Entry> entries = [];
    readonly Lock gate = new();

    /// <summary>A caller that cancels stops waiting; the download goes on for the others.</summary>
    /// <returns>Null if a card should go without it; the log says why.</returns>
    public Task<Picture?> FindAsync(string address, CancellationToken ct)
    {
        lock (gate)
        {
            foreach (var old in entries.Where(one => one.Value.IsOlderThan(KeptFor, clock)).Select(one => one.Key).ToList())
                entries.Remove(old);
            if (!entries.TryGetValue(address, out var entry))
            {
                entries[address] = entry = new(clock.GetTimestamp());
                entry.Picture = Task.Run(() => FetchAsync(address, entry), CancellationToken.None);
            }

            return entry.Picture.WaitAsync(ct);
        }
    }

    public void Dispose() => turns.Dispose();

    async Task<Picture?> FetchAsync(string address, Entry entry)
    {
        await turns.WaitAsync();
        try
        {
            var file = await fetcher.FetchAsync(new(address), CancellationToken.None);
            var picture = Picture.Of(file);
            return TryKeep(entry, file.Length) ? picture : picture with { File = null };
        }
        catch (PictureException failure)
        {
            LogLeftOut(new Uri(address).GetLeftPart(UriPartial.Path), failure.Message);
            return null;
        }
        finally
        {
            turns.Release();
        }
    }

    bool TryKeep(Entry entry, int bytes)
    {
        lock (gate)
        {
            if (entries.Values.Sum(one => one.Bytes) + bytes > MostBytes)
                return false;
            entry.Bytes = bytes;
            return true;
        }
    }

    [LoggerMessage(LogLevel.Information, "Left out the picture {Address}: its {Reason}")]
    partial void LogLeftOut(string address, string reason);

    sealed class Entry(long startedAt)
    {
        public Task<Picture?> Picture { get; set; } = Task.FromResult<Picture?>(null);

        public int Bytes { get; set; }

        public bool IsOlderThan(TimeSpan age, TimeProvider clock) => Picture.IsCompleted && clock.GetElapsedTime(startedAt) > age;
    }
}
