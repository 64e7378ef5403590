using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Shared;

namespace Benchmarks;

/// <summary>
/// A content folder in which entries of all kinds come, go and replace each other: changed articles, pipes, devices, links in circles,
/// folders that look like articles, and names of any bytes. For Linux.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class HostileEntries(string root, Mutations files, Random random)
{
    static readonly string[] Folders = ["", "", "topics", "providers", "sub", "sub/deep", "sub/deep/er.md"];

    static readonly string[] Ends = [".md", ".md", ".md", ".MD", ".yaml", ".yml", ".markdown", ".md.md", ".txt", ""];

    static readonly string[] Parts =
    [
        "a", "b", "README", "2026-11-28-storm", ".", "..data", " ", "-", "\n", "\r", "\t", "\u001B[2J", "\u0007", "\\", ":", "\"", "'", "*",
        "?", "%0A", "\u0085", "\u2028", "\u202E", "\uFFFD", "\uFEFF", "é", "e\u0301", "🦀", "\n12:00:00  error  forged",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    static readonly string[] Targets =
    [
        ".", "..", "../..", "/", "/dev/zero", "/dev/null", "/dev/tty", "/proc/self/root", "/proc/self/fd/0", "/proc/kmsg",
        "/sys/power/state", "nowhere", "nowhere.md", "sub", "sub/deep", "topics", "neighbor.md", "sub/neighbor.md", "a.md", "b.md",
        "a", "b",
    ];

    readonly List<byte[]> made = [];

    /// <summary>Makes entries, in place of some that were made before.</summary>
    public void Change(int entries)
    {
        foreach (var folder in Folders)
            Directory.CreateDirectory(Path.Combine(root, folder));
        Remove(random.Next(made.Count + 1));
        for (var entry = 0; entry < entries; entry++)
            Make();
    }

    /// <summary>Deletes the folder, which .NET can't if names in it aren't UTF-8.</summary>
    public void Delete() => Run([Encoding.UTF8.GetBytes(root)]);

    void Make()
    {
        var folder = Path.Combine(root, Folders[random.Next(Folders.Length)]);
        var name = Name();
        byte[] path = [.. Encoding.UTF8.GetBytes(folder + "/"), .. name];
        try
        {
            if (random.Next(12) == 0)
                Libc.MakeNamed(folder, [.. name, (byte)random.Next(0x80, 0x100), .. ".md"u8], isFolder: random.Next(3) == 0);
            else
                Make(Encoding.UTF8.GetString(path));
            made.Add(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // There is such an entry, or the file system takes no such name.
        }
    }

    void Make(string path)
    {
        switch (random.Next(10))
        {
            case 0 when !Path.Exists(path):
                Libc.MakePipe(path);
                break;
            case 1 or 2:
                File.CreateSymbolicLink(path, Targets[random.Next(Targets.Length)]);
                break;
            case 3:
                File.CreateSymbolicLink(path, Path.GetFileName(path));
                break;
            case 4:
                Directory.CreateDirectory(path);
                break;
            case 5:
                Write(path, []);
                break;
            case 6:
                using (var large = new FileStream(path, FileMode.CreateNew))
                    large.SetLength((long)random.Next(1, 5) << 30);
                break;
            default:
                Write(path, files.Next());
                break;
        }
    }

    /// <summary>Never through a link or into a pipe: that would change what isn't ours, or wait without end.</summary>
    void Write(string path, byte[] bytes)
    {
        using (var file = new FileStream(path, FileMode.CreateNew))
            file.Write(bytes);
        if (random.Next(10) == 0)
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(random.Next(-60, 300)));
        if (random.Next(10) == 0)
            File.SetUnixFileMode(path, (UnixFileMode)random.Next(0x200));
    }

    byte[] Name()
    {
        var name = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Parts[random.Next(Parts.Length)]));
        return Encoding.UTF8.GetBytes(name + random.Next(1000) + Ends[random.Next(Ends.Length)]);
    }

    void Remove(int count)
    {
        var gone = made.GetRange(made.Count - count, count);
        made.RemoveRange(made.Count - count, count);
        if (gone.Count > 0)
            Run(gone);
    }

    static void Run(IEnumerable<byte[]> paths)
    {
        using var rm = Process.Start(new ProcessStartInfo("xargs", ["-0", "rm", "-rf", "--"]) { RedirectStandardInput = true })!;
        foreach (var path in paths)
            rm.StandardInput.BaseStream.Write([.. path, 0]);
        rm.StandardInput.Close();
        rm.WaitForExit();
    }
}
