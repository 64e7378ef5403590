namespace Articles.Files;

/// <summary>What a look at the content folder finds.</summary>
/// <param name="Files">In no particular order.</param>
/// <param name="Unreadable">The problems of entries that can't be listed, such as a folder without permission or a link to nothing.</param>
public sealed record ContentListing(IReadOnlyList<ContentFile> Files, IReadOnlyList<ContentProblem> Unreadable)
{
    readonly HashSet<string> unreadable = [.. Unreadable.Select(problem => problem.Path)];

    /// <summary>Whether a file's absence means nothing, because it or a folder above it can't be read.</summary>
    public bool IsHidden(string path)
    {
        if (unreadable.Count == 0)
            return false;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (unreadable.Contains(path[..end]))
                return true;
        }

        return false;
    }
}
