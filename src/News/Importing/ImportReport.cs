using News.Reading;
using News.Stories;

namespace News.Importing;

/// <summary>What one look at the content folder found.</summary>
public sealed record ImportReport
{
    /// <summary>When the look began, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Article files in the folder.</summary>
    public required int Files { get; init; }

    /// <summary>Files that say what they said at the last look.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files that can't be used as they stand; where there was an earlier version, it stays.</summary>
    public required int Broken { get; init; }

    /// <summary>Files that only repeat the article of another file.</summary>
    public required int Duplicates { get; init; }

    /// <summary>What became of each article that was read or whose file is gone.</summary>
    public required IReadOnlyList<ArticleChange> Changes { get; init; }

    /// <summary>What became of stories.</summary>
    public StoryChanges Stories { get; init; } = StoryChanges.None;

    /// <summary>Whether a topic's or provider's own file is new, changed or gone.</summary>
    public required bool HaveDefinitionsChanged { get; init; }

    /// <summary>Files that were being written while they were read: the next look reads them again.</summary>
    public required int Unfinished { get; init; }

    /// <summary>Every problem that stands in the folder, also those of files that did not change.</summary>
    public required IReadOnlyList<ContentProblem> Problems { get; init; }

    public bool ChangedAnything => Unchanged < Files || Changes.Count > 0 || HaveDefinitionsChanged;

    public int Count(ArticleChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
