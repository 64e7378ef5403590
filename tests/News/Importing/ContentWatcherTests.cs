using Microsoft.Extensions.Time.Testing;
using News.Importing;
using News.Reading;
using Shared;

namespace News.Tests.Importing;

/// <summary>On real files and the system's clock: what is tested is what the file system tells.</summary>
public sealed class ContentWatcherTests : IDisposable
{
    static readonly TimeSpan Never = TimeSpan.FromHours(1);

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.md")]
    [InlineData("deep/er/a.md")]
    public async Task A_new_file_is_reason_to_look(string path)
    {
        using var watcher = Watcher(Never);
        watcher.Begin();
        var due = watcher.UntilDueAsync(soon: false, Ct);
        Assert.False(due.IsCompleted);

        folder.Write("content/" + path, "text");

        await due;
    }

    [Fact]
    public async Task What_happened_before_anybody_waited_is_not_missed()
    {
        using var watcher = Watcher(Never);
        watcher.Begin();
        folder.Write("content/a.md", "text");

        await watcher.UntilDueAsync(soon: false, Ct);
    }

    [Fact]
    public async Task A_checkout_is_looked_at_when_it_pauses()
    {
        var clock = new FakeTimeProvider();
        using var watcher = new ContentWatcher(new ContentFolder(Directory.CreateDirectory(folder.File("content")).FullName), Never, clock);
        watcher.Begin();
        var due = watcher.UntilDueAsync(soon: false, Ct);
        for (var i = 0; i < 1000; i++)
            folder.Write($"content/{i}.md", "text");
        Assert.False(due.IsCompleted);

        while (!due.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_looked_for_and_then_watched()
    {
        using var watcher = Watcher(TimeSpan.FromMilliseconds(50));
        Directory.Delete(folder.File("content"));
        watcher.Begin();
        await watcher.UntilDueAsync(soon: false, Ct);
        folder.Write("content/a.md", "text");

        await watcher.UntilDueAsync(soon: false, Ct);
    }

    public void Dispose() => folder.Dispose();

    ContentWatcher Watcher(TimeSpan lookEvery)
    {
        Directory.CreateDirectory(folder.File("content"));
        return new(new ContentFolder(folder.File("content")), lookEvery, TimeProvider.System);
    }
}
