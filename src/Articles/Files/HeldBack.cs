using Articles.Text;

namespace Articles.Files;

/// <summary>
/// Ways to hold an article back that other programs know, and misspellings of ours. None of them works here, and the article would be
/// posted, so each is an error.
/// </summary>
static class HeldBack
{
    const string Published = "published";

    static readonly string[] DraftFolders = ["draft", "drafts", "_draft", "_drafts"];

    /// <summary>Without hyphens and underscores.</summary>
    static readonly string[] DraftFields = ["draft", "drafts", "isdraft", "wip", "unlisted", "hidden", "private"];

    /// <summary>They hold back if they are false.</summary>
    static readonly string[] VisibleFields = ["public", "visible", "listed"];

    static readonly string[] StateFields = ["status", "state", "visibility", "workflow", "poststatus"];

    static readonly string[] DraftStates =
        ["draft", "pending", "private", "hidden", "unlisted", "unpublished", "scheduled", "future", "trash", "review", "inreview"];

    static readonly string[] PublishedFields = ["publish", "ispublished", "unpublished", "unpublish", "notpublished"];

    static readonly string[] Flags = ["true", "false", "yes", "no", "on", "off", "y", "n", "0", "1", "~", ""];

    static readonly string[] NoFlags = ["false", "no", "off", "n", "0", "~", "", "null"];

    /// <param name="isHeld">Whether the file says <c>published: false</c>; nothing else is then needed.</param>
    public static void Report(string path, bool isHeld, MapValue map, FieldGroup group, ContentProblems problems)
    {
        if (!isHeld && DraftFolder(path) is { } folder)
            problems.Error(1, 1, $"{folder} holds drafts, but nothing is held back there. Write published: false, or move the file.");
        foreach (var field in map.Fields.Take(TextLimits.FieldsSpellChecked).Where(field => !group.Has(field.Name)))
        {
            if (IsMisspelling(field))
                problems.Error(field.Line, field.Column, $"There is no field \"{field.Name}\". Did you mean {Published}?");
            else if (!isHeld && IsDraft(field))
                problems.Error(field.Line, field.Column,
                    $"\"{field.Name}\" doesn't hold the article back. Write {Published}: false until it is ready, or delete this line.");
        }
    }

    static string? DraftFolder(string path)
    {
        var parts = path.Split('/');
        return Array.Find(parts[..^1], folder => DraftFolders.Contains(folder, StringComparer.OrdinalIgnoreCase))
            ?? (parts[^1].EndsWith(".draft.md", StringComparison.OrdinalIgnoreCase) ? parts[^1] : null);
    }

    static bool IsDraft(Field field)
    {
        var (name, written) = (Folded(field.Name), Written(field));
        var isNo = NoFlags.Contains(written, StringComparer.OrdinalIgnoreCase);
        return (DraftFields.Contains(name) && !isNo)
            || (VisibleFields.Contains(name) && isNo && written is not "")
            || (StateFields.Contains(name) && DraftStates.Contains(Folded(written ?? "")));
    }

    /// <summary>A word near <c>published</c> counts only if it is true or false: there are publishers, too.</summary>
    static bool IsMisspelling(Field field)
    {
        var name = Folded(field.Name);
        var isNear = Spelling.IsNear(name, Published) || PublishedFields.Contains(name);
        return name == Published || (isNear && Flags.Contains(Written(field), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Also the only item of a list; null for other lists and groups.</summary>
    static string? Written(Field field) => field.Value switch
    {
        ScalarValue scalar => scalar.Text.Trim(),
        ListValue { Items: [ScalarValue only] } => only.Text.Trim(),
        _ => null,
    };

    static string Folded(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
