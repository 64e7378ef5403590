using Desk.Database;
using Shared;

namespace Desk.Tests.Database;

public sealed class OwnerFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string File => folder.File("news.db");

    [Fact]
    public void File_is_taken_while_a_process_has_it_and_by_nobody_before_and_after()
    {
        Assert.False(OwnerFile.IsTaken(File));
        using (OwnerFile.Take(File))
            Assert.True(OwnerFile.IsTaken(File));
        Assert.False(OwnerFile.IsTaken(File));
    }

    [Fact]
    public void Looking_whether_it_is_taken_keeps_nobody_from_taking_it()
    {
        OwnerFile.Take(File).Dispose();
        var isOver = false;
        var looker = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
                OwnerFile.IsTaken(File);
        });
        looker.Start();
        try
        {
            for (var round = 0; round < 200; round++)
                OwnerFile.Take(File).Dispose();
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            looker.Join();
        }
    }

    public void Dispose() => folder.Dispose();
}
