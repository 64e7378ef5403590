namespace Benchmarks;

/// <summary>How to start this program again.</summary>
static class ThisProgram
{
    /// <summary>
    /// The first arguments: if it runs as <c>dotnet Benchmarks.dll</c>, the process is dotnet, which needs the path of the program.
    /// </summary>
    public static IReadOnlyList<string> Itself { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
