using System.Runtime.Versioning;
using Desk.Database;
using Shared;

namespace Desk.Tests.Database;

[UnsupportedOSPlatform("windows")]
[Trait("Engine", "SQLite")]
public sealed class PrivateFileTests : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly TemporaryFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_database_and_its_companions_are_readable_by_their_owner_only()
    {
        using var database = new DeskDatabase(folder.File("news.db"));
        await database.WriteAsync(_ => Task.CompletedTask, Ct);

        Assert.Equal([OwnerOnly, OwnerOnly, OwnerOnly], Modes("news.db", "news.db-shm", "news.db-wal"));
    }

    [Fact]
    public void Files_that_others_could_read_are_tightened()
    {
        new DeskDatabase(folder.File("real.db")).Dispose();
        File.CreateSymbolicLink(folder.File("news.db"), "real.db");
        folder.Write("real.db-bot", "beside it");
        folder.Write("news.txt", "something else");
        string[] all = ["real.db", "real.db-bot", "news.txt"];
        foreach (var file in all)
            File.SetUnixFileMode(folder.File(file), OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        new DeskDatabase(folder.File("news.db")).Dispose();

        Assert.Equal([OwnerOnly, OwnerOnly, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead], Modes(all));
    }

    [Fact]
    public void Database_in_a_folder_that_does_not_exist_is_refused_as_before()
    {
        var refused = Assert.Throws<DatabaseException>(() => new DeskDatabase(folder.File("nowhere/news.db")));

        Assert.Equal(DatabaseProblem.Unreachable, refused.Problem);
    }

    public void Dispose() => folder.Dispose();

    UnixFileMode[] Modes(params string[] files) => [.. files.Select(file => File.GetUnixFileMode(folder.File(file)))];
}
