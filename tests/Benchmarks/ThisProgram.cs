namespace Benchmarks;

/// <summary>How to start this program once more.</summary>
static class ThisProgram
{
    /// <summary>Arguments that come first: run as <c>dotnet Benchmarks.dll</c>, the process is dotnet, and needs to be told the program.</summary>
    public static IReadOnlyList<string> Itself { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
