using System.Globalization;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>
/// Every exchange of this process as a JSON line, for checks from outside, in the folder that LOCAL_DISCORD_CALLS
/// names. Without that variable nothing is written.
/// </summary>
static class CallsFile
{
    public const string Variable = "LOCAL_DISCORD_CALLS";

    // One for the process, however many servers its tests start.
    static readonly Lazy<FileStream?> File = new(Open);

    public static void Append(ApiCall call)
    {
        if (File.Value is not { } file)
            return;
        byte[] line = [.. Json.Bytes(call.ToJson()), (byte)'\n'];
        lock (file)
            file.Write(line);
    }

    static FileStream? Open()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return null;
        Directory.CreateDirectory(folder);
        var name = $"calls-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}.jsonl";
        return new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
