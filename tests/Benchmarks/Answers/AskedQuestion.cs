using System.Text.Json;

namespace Benchmarks.Answers;

/// <summary>A question about the corpus, with what answers it.</summary>
sealed record AskedQuestion
{
    const string Folder = "tests/Benchmarks/Answers";

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    /// <summary><c>known</c>, <c>misspelt</c>, <c>filtered</c> or <c>unanswerable</c>.</summary>
    public required string Kind { get; init; }

    public required string Question { get; init; }

    /// <summary>Names of article files; empty if the archive has no answer.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Of a question without an answer: what it is near to, such as <c>domain</c>.</summary>
    public string? Near { get; init; }

    /// <summary>Whether the expected articles come in this order.</summary>
    public bool Ordered { get; init; }

    /// <summary><c>tuning</c> or <c>heldout</c>.</summary>
    public required string Half { get; init; }

    public static IReadOnlyList<AskedQuestion> Read() =>
        [.. Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<AskedQuestion>(line, Options)!)];
}
