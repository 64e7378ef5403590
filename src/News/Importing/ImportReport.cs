using News.Reading;

namespace News.Importing;

/// <summary>What one look at the content folder found.</summary>
public sealed record ImportReport
{
    /// <summary>Article files in the folder.</summary>
    public required int Files { get; init; }

    /// <summary>Files that had not changed since the last look, and were not read.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files that were read and stored.</summary>
    public required int Stored { get; init; }

    /// <summary>Articles whose file is gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Whether a topic's own file is new, changed or gone.</summary>
    public required bool HaveTopicsChanged { get; init; }

    /// <summary>Articles that readers can see for the first time.</summary>
    public required int News { get; init; }

    /// <summary>Every problem that stands in the folder, also those of files that did not change.</summary>
    public required IReadOnlyList<ContentProblem> Problems { get; init; }

    public bool ChangedAnything => Unchanged < Files || Removed > 0 || HaveTopicsChanged;
}
