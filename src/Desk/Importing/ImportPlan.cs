using Articles.Files;

namespace Desk.Importing;

/// <summary>A file as it was when it was last read.</summary>
/// <param name="Hash">The beginning of its bytes' SHA-256.</param>
/// <param name="MissingFrom">The folder that lost too many files at once, this one among them; null if it isn't held for that.</param>
/// <param name="IsConfirmed">Whether somebody confirmed that it is meant to be gone.</param>
readonly record struct KnownFile(ContentFile File, long Hash, string? MissingFrom = null, bool IsConfirmed = false);

/// <summary>The work that brings the database up to date with the folder.</summary>
sealed record ImportPlan
{
    /// <summary>
    /// Article files that are new, or whose size or time changed. Sorted by path, so that the same folder always gives the same result.
    /// </summary>
    public required IReadOnlyList<ContentFile> Changed { get; init; }

    /// <summary>Files that were read before, and are missing now.</summary>
    public required Absences Absences { get; init; }

    /// <summary>Files that are held from now on, by path, with their folders, and those that no longer are, with null.</summary>
    public required IReadOnlyList<(string Path, string? Folder)> Holds { get; init; }

    /// <summary>The files of topics and providers: all of them if any changed, because they refer to each other and are few.</summary>
    public required IReadOnlyList<ContentFile> Definitions { get; init; }

    public required bool HaveDefinitionsChanged { get; init; }

    public bool IsEmpty => Changed.Count == 0 && Absences.Gone.Count == 0 && !HaveDefinitionsChanged;

    public static ImportPlan Between(
        ContentListing listing, IReadOnlyDictionary<string, KnownFile> known, MissingFiles missing, TimeSpan confirmAfter)
    {
        var files = listing.Files;
        var changed = files.Where(file => !known.TryGetValue(file.Path, out var before) || before.File != file).ToList();
        var unlisted = Unlisted(files, changed, known);
        var absences = missing.Decide(unlisted.FindAll(file => !listing.IsHidden(file.File.Path)), known, confirmAfter);
        var gone = absences.Gone.Select(file => file.Path).ToHashSet();
        // Definitions replace each other, so one that may be back in a moment must not be left out.
        var areDefinitionsWhole = !unlisted.Exists(file => IsDefinition(file.File) && !gone.Contains(file.File.Path));
        var haveDefinitionsChanged = areDefinitionsWhole && (changed.Exists(IsDefinition) || absences.Gone.Any(IsDefinition));
        return new()
        {
            Changed = [.. changed.Where(file => file.Kind is ContentKind.Article).OrderBy(file => file.Path, StringComparer.Ordinal)],
            Absences = absences,
            Holds = [.. known.Values
                .Select(file => (file.File.Path, file.MissingFrom, Folder: absences.Held.GetValueOrDefault(file.File.Path)))
                .Where(file => file.MissingFrom != file.Folder)
                .Select(file => (file.Path, file.Folder))],
            Definitions = haveDefinitionsChanged ? [.. files.Where(IsDefinition).OrderBy(file => file.Path, StringComparer.Ordinal)] : [],
            HaveDefinitionsChanged = haveDefinitionsChanged,
        };
    }

    static List<KnownFile> Unlisted(
        IReadOnlyList<ContentFile> files, List<ContentFile> changed, IReadOnlyDictionary<string, KnownFile> known)
    {
        if (files.Count - changed.Count(file => !known.ContainsKey(file.Path)) >= known.Count)
            return [];
        var there = files.Select(file => file.Path).ToHashSet();
        return [.. known.Values.Where(before => !there.Contains(before.File.Path))];
    }

    static bool IsDefinition(ContentFile file) => file.Kind is not ContentKind.Article;
}
