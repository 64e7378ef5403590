using System.Threading.Channels;
using Articles.Files;

namespace Desk.Importing;

/// <summary>
/// Says when to import the content folder: soon after a change in it, and from time to time anyway, because events get lost
/// in new folders, on network drives, and when many come at once.
/// </summary>
public sealed class ContentWatcher(ContentFolder folder, TimeSpan lookEvery, TimeProvider clock) : IDisposable
{
    /// <summary>
    /// A checkout writes files one after another, so it pays to wait for a pause: as long as changes have been coming, within these
    /// limits. A file that is saved alone is imported after the shortest.
    /// </summary>
    static readonly (TimeSpan Shortest, TimeSpan Longest) Pause = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250));

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Incomplete files and folders that can't be watched are read again after this time.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    FileSystemWatcher? watcher;
    string? watched;

    /// <summary>Starts watching. Call it before the first import, so that no change in between is missed.</summary>
    public void Begin() => Watch();

    /// <summary>Makes it time to import, whatever changed.</summary>
    public void Hurry() => Signal();

    /// <summary>Returns when it is time to import.</summary>
    /// <param name="within">When it is time at the latest, such as <see cref="Soon"/> if the last import found incomplete files.</param>
    public async Task UntilDueAsync(TimeSpan within, CancellationToken ct)
    {
        // The folder may be a link that leads elsewhere by now.
        if (watcher is not null && watched != folder.RealRoot)
            Stop();
        if (watcher is null && Watch())
            return; // Changes before this were not seen.
        var latest = Min(watcher is null ? Min(Soon, within) : within, lookEvery);
        if (!await ChangesWithinAsync(latest, ct))
            return;

        var (started, lasted) = (clock.GetTimestamp(), TimeSpan.Zero);
        while (lasted < LongestWait && await ChangesWithinAsync(Min(Pause.Longest, Max(Pause.Shortest, lasted)), ct))
            lasted = clock.GetElapsedTime(started);
    }

    public void Dispose() => watcher?.Dispose();

    /// <summary>Whether something changes within the time.</summary>
    async Task<bool> ChangesWithinAsync(TimeSpan time, CancellationToken ct)
    {
        using var over = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, ct);
        try
        {
            return await changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    bool Watch()
    {
        try
        {
            watched = folder.RealRoot;
            watcher = new(watched ?? folder.Root)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, _) => Signal();
            watcher.Changed += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Reset();
            watcher.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The folder doesn't exist, the system has no more watches, or a subfolder can't be read: importing often has to do.
            Stop();
            return false;
        }
    }

    // There were too many events, or the folder was deleted.
    void Reset()
    {
        Stop();
        Signal();
    }

    void Stop() => Interlocked.Exchange(ref watcher, null)?.Dispose();

    void Signal() => changes.Writer.TryWrite(true);

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
