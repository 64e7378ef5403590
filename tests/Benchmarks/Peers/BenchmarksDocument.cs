namespace Benchmarks.Peers;

/// <summary>The part of <c>docs/benchmarks.md</c> that is written by the benchmark; the rest is written by hand.</summary>
static class BenchmarksDocument
{
    const string Begin = "<!-- peers: written by the benchmark -->\n";
    const string End = "<!-- peers: end -->\n";

    static readonly string File = Path.Combine("docs", "benchmarks.md");

    /// <exception cref="InvalidDataException">The document has no place for it.</exception>
    public static void Write(string measured)
    {
        var text = System.IO.File.ReadAllText(File);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"{File} lacks the lines {Begin.Trim()} and {End.Trim()}. Write them where the table belongs.");
        System.IO.File.WriteAllText(File, $"{text[..(begin + Begin.Length)]}\n{measured}\n{text[end..]}");
    }
}
