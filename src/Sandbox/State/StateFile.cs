using System.Text.Json.Nodes;

namespace Sandbox.State;

/// <summary>Where what happens is written down, if anywhere: without a path, nothing outlives the server.</summary>
sealed class StateFile : IDisposable
{
    Journal? journal;

    /// <summary>Lets every part read the last run, and from then on append to it.</summary>
    public void Open(string? path, params IReadOnlyList<IKept> parts)
    {
        if (path is not null)
            journal = Journal.Open(path, lines => Compacted(lines, parts));
    }

    public void Append(JsonObject line) => journal?.Append(line);

    public void Dispose() => journal?.Dispose();

    static IEnumerable<JsonObject> Compacted(IEnumerable<JsonObject> lines, IReadOnlyList<IKept> parts)
    {
        foreach (var line in lines)
        {
            foreach (var part in parts)
                part.Read(line);
        }

        return parts.SelectMany(part => part.Lines());
    }
}
