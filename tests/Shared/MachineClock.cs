namespace Shared;

/// <summary>
/// A machine's clock that can be set while programs run on it, from Debian's package <c>faketime</c>. The monotonic time, by which programs
/// wait, goes on as it is.
/// </summary>
sealed class MachineClock
{
    const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    readonly string file;

    /// <param name="file">A file that is read by the programs, to which the difference is written.</param>
    public MachineClock(string file)
    {
        this.file = file;
        Set(TimeSpan.Zero);
    }

    public static bool IsInstalled => File.Exists(Library);

    /// <summary>What a program needs in its environment to have this clock.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        ["FAKETIME_NO_CACHE"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_DONT_RESET"] = "1",
    };

    /// <summary>Sets the clock so far from the right time.</summary>
    public void Set(TimeSpan difference)
    {
        // Never half of it: the programs read it all the time.
        var next = file + ".next";
        File.WriteAllText(next, FormattableString.Invariant($"{difference.TotalSeconds:+0;-0;+0}\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(next, (UnixFileMode)0b110_100_100);
        File.Move(next, file, overwrite: true);
    }
}
