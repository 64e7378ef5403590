namespace News.Importing;

/// <summary>A folder that held articles holds nothing at all: more likely a mount that failed than a wish.</summary>
public sealed class ContentFolderEmptiedException(string folder, int files) : IOException(
    $"{folder} is empty, though {files} files were in it. Nothing is withdrawn, since a mount may have failed. If it is meant to be empty, put a README.md into it.");
