using Desk.Database;
using Shared;

namespace Desk.Tests;

/// <summary>A database with nothing in it. Copying it is faster than running every migration.</summary>
static class EmptyDatabase
{
    static readonly Lazy<byte[]> Bytes = new(() =>
    {
        using var folder = new TemporaryFolder();
        new DeskDatabase(folder.File("news.db")).Dispose();
        return File.ReadAllBytes(folder.File("news.db"));
    });

    public static void WriteTo(string path) => File.WriteAllBytes(path, Bytes.Value);
}
