using System.Globalization;

namespace LocalDiscord.State;

/// <summary>
/// Appends every call and every event of this process as a JSON line to a file in the folder that LOCAL_DISCORD_CALLS names, for checks
/// by other programs. Without that variable nothing is written.
/// </summary>
static class ExchangesFile
{
    const string Variable = "LOCAL_DISCORD_CALLS";

    // One file for the process, however many servers its tests start.
    static readonly Lazy<FileStream?> File = new(Open);

    /// <param name="exchange">Its JSON in UTF-8, made only if it is written.</param>
    public static void Append(Func<byte[]> exchange)
    {
        if (File.Value is not { } file)
            return;
        byte[] line = [.. exchange(), (byte)'\n'];
        lock (file)
            file.Write(line);
    }

    static FileStream? Open()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return null;
        Directory.CreateDirectory(folder);
        var name = $"calls-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}.jsonl";
        return PrivateFile.Open(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }
}
