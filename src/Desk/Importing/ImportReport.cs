using Articles.Files;
using Articles.Stories;
using Desk.Archive;
using Desk.Outbox;

namespace Desk.Importing;

/// <summary>The result of one import.</summary>
public sealed record ImportReport
{
    /// <summary>When the import started, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Article files in the folder.</summary>
    public required int Files { get; init; }

    /// <summary>Files without changes since the last import.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files that can't be used; if there was an earlier version, it stays.</summary>
    public required int Broken { get; init; }

    /// <summary>Files that only repeat another file's article.</summary>
    public required int Duplicates { get; init; }

    /// <summary>What changed in each article that was read or whose file was deleted.</summary>
    public required IReadOnlyList<ArticleChange> Changes { get; init; }

    /// <summary>What changed in stories.</summary>
    public StoryChanges Stories { get; init; } = StoryChanges.None;

    /// <summary>What was decided for channels, including stories of earlier imports.</summary>
    public Decisions Decisions { get; init; }

    /// <summary>Whether the file of a topic or provider is new, changed or deleted.</summary>
    public required bool HaveDefinitionsChanged { get; init; }

    /// <summary>Files that were changing while they were read; the next import reads them again.</summary>
    public required int Unfinished { get; init; }

    /// <summary>Files that are missing, and count as deleted if they still are at a later import.</summary>
    public int Waiting { get; init; }

    /// <summary>Files that disappeared with too many others, whose articles stay until somebody confirms.</summary>
    public int Held { get; init; }

    /// <summary>All current problems, including those of unchanged files.</summary>
    public required IReadOnlyList<ContentProblem> Problems { get; init; }

    public bool ChangedAnything => Unchanged < Files || Changes.Count > 0 || HaveDefinitionsChanged;

    public int Count(ArticleChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
