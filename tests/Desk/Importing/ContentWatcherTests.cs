using Articles.Files;
using Desk.Importing;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Desk.Tests.Importing;

/// <summary>With real files, because the events of the file system are what matters.</summary>
public sealed class ContentWatcherTests : IDisposable
{
    static readonly TimeSpan Never = TimeSpan.FromHours(1);

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.md")]
    [InlineData("deep/er/a.md")]
    public async Task New_file_triggers_an_import(string path)
    {
        using var watcher = Watcher(Never);
        watcher.Begin();
        var due = watcher.UntilDueAsync(Never, Ct);
        Assert.False(due.IsCompleted);

        folder.Write("content/" + path, "text");

        await due;
    }

    [Fact]
    public async Task Change_before_the_wait_is_not_missed()
    {
        using var watcher = Watcher(Never);
        watcher.Begin();
        folder.Write("content/a.md", "text");

        await watcher.UntilDueAsync(Never, Ct);
    }

    [Fact]
    public async Task Checkout_is_imported_when_it_pauses()
    {
        var clock = new FakeTimeProvider();
        using var watcher = new ContentWatcher(new ContentFolder(Directory.CreateDirectory(folder.File("content")).FullName), Never, clock);
        watcher.Begin();
        var due = watcher.UntilDueAsync(Never, Ct);
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
    public async Task Missing_folder_is_awaited_and_then_watched()
    {
        using var watcher = Watcher(TimeSpan.FromMilliseconds(50));
        Directory.Delete(folder.File("content"));
        watcher.Begin();
        await watcher.UntilDueAsync(Never, Ct);
        folder.Write("content/a.md", "text");

        await watcher.UntilDueAsync(Never, Ct);
    }

    public void Dispose() => folder.Dispose();

    ContentWatcher Watcher(TimeSpan lookEvery)
    {
        Directory.CreateDirectory(folder.File("content"));
        return new(new ContentFolder(folder.File("content")), lookEvery, TimeProvider.System);
    }
}
