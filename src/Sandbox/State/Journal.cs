using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.State;

/// <summary>
/// A file of JSON lines that only grows. Each line is handed to the operating system in one write before
/// the request that caused it is answered, so killing the process loses nothing that was answered.
/// </summary>
sealed class Journal : IDisposable
{
    readonly FileStream file;

    Journal(FileStream file) => this.file = file;

    /// <summary>Lets <paramref name="compact"/> turn the lines of the last run into the fewest that say the same, and goes on from there.</summary>
    /// <exception cref="IOException">Another process has the file open.</exception>
    /// <exception cref="InvalidDataException">A line other than the last is not JSON.</exception>
    public static Journal Open(string path, Func<IEnumerable<JsonObject>, IEnumerable<JsonObject>> compact)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var compacted = path + ".new";
        // Held until the new file stands in its place, so that two servers cannot share one journal.
        using (var old = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            using (var fresh = new FileStream(compacted, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                foreach (var line in compact(Read(old, path)))
                    fresh.Write(Line(line));
                fresh.Flush(flushToDisk: true);
            }

            File.Move(compacted, path, overwrite: true);
        }

        return new Journal(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    public void Append(JsonObject line) => file.Write(Line(line));

    public void Dispose() => file.Dispose();

    static byte[] Line(JsonObject line) => [.. Json.Bytes(line), (byte)'\n'];

    static List<JsonObject> Read(FileStream file, string path)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var lines = reader.ReadToEnd().Split('\n');
        var read = new List<JsonObject>();
        // What follows the last line feed is empty, or was torn by a crash before its request was answered.
        for (var i = 0; i < lines.Length - 1; i++)
            read.Add(ParseLine(lines[i], path, i + 1));
        return read;
    }

    static JsonObject ParseLine(string line, string path, int number)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new JsonException("not an object");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}:{number}: not a line of the local Discord's state ({e.Message}). Delete that line, or the file to begin anew.", e);
        }
    }
}
