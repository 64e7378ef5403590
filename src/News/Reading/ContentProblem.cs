namespace News.Reading;

/// <summary>Something a maintainer should mend: what is wrong, which value, and what to write instead.</summary>
/// <param name="Path">The file's path below the content folder.</param>
/// <param name="Line">From 1, counted from the top of the file.</param>
/// <param name="Column">From 1.</param>
public sealed record ContentProblem(string Path, int Line, int Column, string Message, ContentSeverity Severity = ContentSeverity.Error)
{
    /// <summary>The same, with a path that begins where the content folder's does: one that an editor can open.</summary>
    public ContentProblem In(string folder) => this with { Path = System.IO.Path.Join(folder, Path) };

    public override string ToString() =>
        $"{Path}:{Line}:{Column}: {(Severity is ContentSeverity.Warning ? "warning: " : "")}{Message}";
}

public enum ContentSeverity
{
    /// <summary>The file can't be used as it stands.</summary>
    Error,

    /// <summary>The file is used, though probably not as it was meant.</summary>
    Warning,
}
