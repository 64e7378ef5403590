using System.Threading.Channels;
using News.Reading;

namespace News.Importing;

/// <summary>
/// Says when to look at the content folder: soon after something in it changed, and from time to time anyway, because
/// events get lost: in folders that were just made, on network drives, when very much happens at once.
/// </summary>
public sealed class ContentWatcher(ContentFolder folder, TimeSpan lookEvery, TimeProvider clock) : IDisposable
{
    /// <summary>A checkout touches files one after the other: it is worth waiting until it pauses.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Files that were being written, and folders that can't be watched, are looked at again after this.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    FileSystemWatcher? watcher;

    /// <summary>Begins to watch. To be called before the first look, so that nothing happens unseen between the two.</summary>
    public void Begin() => Watch();

    /// <summary>Returns when it is time to look.</summary>
    /// <param name="soon">Whether the last look left something that a look in two seconds may find finished.</param>
    public async Task UntilDueAsync(bool soon, CancellationToken ct)
    {
        if (watcher is null && Watch())
            return; // Nobody knows what happened before.
        var latest = soon || watcher is null ? Min(Soon, lookEvery) : lookEvery;
        if (!await ChangesWithinAsync(latest, ct))
            return;

        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < LongestWait && await ChangesWithinAsync(Pause, ct))
        {
            // It goes on.
        }
    }

    public void Dispose() => watcher?.Dispose();

    /// <summary>Whether something changed, before the time is over.</summary>
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
            watcher = new(folder.Root) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Created += (_, _) => Signal();
            watcher.Changed += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Reset();
            watcher.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            // There is no such folder now, or the system lends no more watches: looking often must do.
            watcher?.Dispose();
            watcher = null;
            return false;
        }
    }

    // Too much happened at once, or the folder went.
    void Reset()
    {
        Interlocked.Exchange(ref watcher, null)?.Dispose();
        Signal();
    }

    void Signal() => changes.Writer.TryWrite(true);

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
