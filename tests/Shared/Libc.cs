using System.Runtime.InteropServices;
using System.Text;

namespace Shared;

/// <summary>What .NET can't create on a file system: pipes, and names of any bytes. For Linux.</summary>
static class Libc
{
    public static bool IsThere => OperatingSystem.IsLinux();

    public static void MakePipe(string path) => Check(MkFifo(Bytes(path), 0x1B6), path);

    /// <summary>An empty folder or file with a name of any bytes.</summary>
    public static void MakeNamed(string folder, byte[] name, bool isFolder)
    {
        byte[] path = [.. Encoding.UTF8.GetBytes(folder + "/"), .. name, 0];
        if (isFolder)
            Check(MkDir(path, 0x1FF), folder);
        else
            Check(Close(Check(Creat(path, 0x1B6), folder)), folder);
    }

    /// <summary>Deletes what <see cref="MakeNamed"/> made, since .NET can't.</summary>
    public static void Delete(string folder, byte[] name)
    {
        byte[] path = [.. Encoding.UTF8.GetBytes(folder + "/"), .. name, 0];
        Check(Remove(path), folder);
    }

    static int Check(int result, string path) =>
        result >= 0 ? result : throw new IOException($"{path}: error {Marshal.GetLastPInvokeError()}");

    static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    static extern int MkFifo(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    static extern int MkDir(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "creat", SetLastError = true)]
    static extern int Creat(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "remove", SetLastError = true)]
    static extern int Remove(byte[] path);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    static extern int Close(int file);
}
