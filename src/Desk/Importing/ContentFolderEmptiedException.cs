namespace Desk.Importing;

/// <summary>A folder that contained articles is empty: more likely a failed mount than intent.</summary>
public sealed class ContentFolderEmptiedException(string folder, int files) : IOException(
    $"{folder} is unexpectedly empty: {files} files were in it. Nothing is withdrawn, because a mount may have failed. "
    + "If it is meant to be empty, put a README.md into it.");
