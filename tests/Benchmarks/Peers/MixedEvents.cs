using System.Text.Json.Nodes;

namespace Benchmarks.Peers;

/// <summary>Gateway events as a bot on busy servers gets them, the same in each run.</summary>
static class MixedEvents
{
    static readonly string Folder = Path.Combine("tests", "Benchmarks", "Peers");

    /// <summary>READY and a server, as plain text.</summary>
    /// <param name="gateway">Where the session could be resumed.</param>
    public static IEnumerable<string> Session(string gateway) =>
        File.ReadLines(Path.Combine(Folder, "session.jsonl")).Select(frame => frame.Replace("ADDRESS", gateway, StringComparison.Ordinal));

    /// <summary>So many frames, as plain text, in which the kinds have the shares that <c>events.jsonl</c> gives them in percent.</summary>
    /// <param name="first">The sequence number of the first.</param>
    public static IEnumerable<string> Frames(int first, int count)
    {
        var kinds = File.ReadLines(Path.Combine(Folder, "events.jsonl")).SelectMany(Repeat).ToArray();
        new Random(1).Shuffle(kinds);
        for (var sequence = first; sequence < first + count; sequence++)
        {
            var (name, data) = kinds[sequence % kinds.Length];
            var numbered = data.Replace("NUMBER", $"{sequence:00000}", StringComparison.Ordinal);
            yield return $$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{numbered}}}""";
        }
    }

    static IEnumerable<(string Name, string Data)> Repeat(string line)
    {
        var kind = JsonNode.Parse(line)!;
        return Enumerable.Repeat(((string)kind["t"]!, kind["d"]!.ToJsonString()), (int)kind["share"]!);
    }
}
