using News.Reading;

namespace News.Importing;

/// <summary>A file as it was when it was last read.</summary>
/// <param name="Hash">The beginning of its bytes' SHA-256.</param>
readonly record struct KnownFile(ContentFile File, long Hash);

/// <summary>What is to be done so that the database says what the folder says.</summary>
sealed record ImportPlan
{
    /// <summary>Article files that are new, or whose size or time is not as it was; by path, so that the same folder always reads the same.</summary>
    public required IReadOnlyList<ContentFile> Changed { get; init; }

    /// <summary>Files that are no longer there.</summary>
    public required IReadOnlyList<ContentFile> Gone { get; init; }

    /// <summary>The files of topics and providers: all of them where any changed, since they refer to each other and are few.</summary>
    public required IReadOnlyList<ContentFile> Definitions { get; init; }

    public required bool HaveDefinitionsChanged { get; init; }

    public bool IsEmpty => Changed.Count == 0 && Gone.Count == 0 && !HaveDefinitionsChanged;

    public static ImportPlan Between(IReadOnlyList<ContentFile> files, IReadOnlyDictionary<string, KnownFile> known)
    {
        var changed = files.Where(file => !known.TryGetValue(file.Path, out var before) || before.File != file).ToList();
        var gone = new List<ContentFile>();
        if (files.Count - changed.Count(file => !known.ContainsKey(file.Path)) < known.Count)
        {
            var there = files.Select(file => file.Path).ToHashSet();
            gone.AddRange(known.Values.Select(before => before.File).Where(file => !there.Contains(file.Path)));
        }

        var haveDefinitionsChanged = changed.Exists(file => file.Kind is not ContentKind.Article) || gone.Exists(file => file.Kind is not ContentKind.Article);
        return new()
        {
            Changed = [.. changed.Where(file => file.Kind is ContentKind.Article).OrderBy(file => file.Path, StringComparer.Ordinal)],
            Gone = gone,
            Definitions = haveDefinitionsChanged ? [.. files.Where(file => file.Kind is not ContentKind.Article).OrderBy(file => file.Path, StringComparer.Ordinal)] : [],
            HaveDefinitionsChanged = haveDefinitionsChanged,
        };
    }
}
