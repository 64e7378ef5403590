using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalDiscord.State;

/// <summary>
/// An append-only file of JSON lines. Each line reaches the operating system in one write before the request that caused
/// it is answered, so killing the process loses nothing that a client was told.
/// </summary>
sealed class Journal : IDisposable
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly FileStream file;

    Journal(FileStream file) => this.file = file;

    /// <summary>Rewrites the file with the lines that <paramref name="compact"/> makes of the last run's, and appends from there.</summary>
    /// <exception cref="IOException">Another process has the file open.</exception>
    /// <exception cref="InvalidDataException">A line other than the last is not JSON.</exception>
    public static Journal Open(string path, Func<IEnumerable<JsonObject>, IEnumerable<JsonObject>> compact)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var compacted = path + ".new";
        // The old file stays open until the new one has replaced it, so that two servers can't share a journal.
        using (var old = PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            using (var fresh = PrivateFile.Open(compacted, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                foreach (var line in compact(Read(old, path)))
                    fresh.Write(Line(line));
                fresh.Flush(flushToDisk: true);
            }

            File.Move(compacted, path, overwrite: true);
        }

        return new Journal(PrivateFile.Open(path, FileMode.Append, FileAccess.Write, FileShare.None));
    }

    public void Append(JsonObject line) => file.Write(Line(line));

    public void Dispose() => file.Dispose();

    static byte[] Line(JsonObject line)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            line.WriteTo(writer);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    static List<JsonObject> Read(FileStream file, string path)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var lines = reader.ReadToEnd().Split('\n');
        var read = new List<JsonObject>();
        // Text after the last line feed was cut off by a crash before its request was answered.
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
            throw new InvalidDataException(
                $"{path}:{number}: not a line of the local Discord's state ({e.Message}). Delete the line or the file.", e);
        }
    }
}
