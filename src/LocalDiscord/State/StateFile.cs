using System.Text.Json.Nodes;

namespace LocalDiscord.State;

/// <summary>Saves changes to a file. Without a path, nothing outlives the server.</summary>
sealed class StateFile : IDisposable
{
    Journal? journal;

    /// <summary>Lets every part read the last run's lines; later changes are appended to the same file.</summary>
    public void Open(string? path, params IReadOnlyList<IPersisted> parts)
    {
        if (path is not null)
            journal = Journal.Open(path, lines => Compacted(lines, parts));
    }

    public void Append(JsonObject line) => journal?.Append(line);

    public void Dispose() => journal?.Dispose();

    static IEnumerable<JsonObject> Compacted(IEnumerable<JsonObject> lines, IReadOnlyList<IPersisted> parts)
    {
        foreach (var line in lines)
        {
            foreach (var part in parts)
                part.Read(line);
        }

        return parts.SelectMany(part => part.Lines());
    }
}
