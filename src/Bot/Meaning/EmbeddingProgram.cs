namespace Bot.Meaning;

/// <summary>How this program starts itself as the process with the model.</summary>
static class EmbeddingProgram
{
    /// <param name="folder">With the model.</param>
    /// <param name="directory">Where this program is.</param>
    /// <returns>The program and its arguments.</returns>
    public static IReadOnlyList<string> For(string folder, string directory)
    {
        var program = Path.Combine(directory, OperatingSystem.IsWindows() ? "Bot.exe" : "Bot");
        return File.Exists(program) ? [program, "embed", folder] : ["dotnet", Path.Combine(directory, "Bot.dll"), "embed", folder];
    }
}
