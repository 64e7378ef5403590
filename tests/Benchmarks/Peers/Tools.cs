namespace Benchmarks.Peers;

/// <summary>The programs that are measured, or that measuring needs.</summary>
static class Tools
{
    static readonly string Here = Path.Combine("tests", "Benchmarks");

    static readonly Dictionary<string, string> Remedies = new()
    {
        ["node"] = "Install Node 20 or later, such as with apt-get install nodejs npm.",
        ["hugo"] = "Install it with apt-get install hugo.",
        ["taskset"] = "Install util-linux.",
    };

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public static string Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new MissingToolException($"{program} is not installed. {Remedies[program]}");
    }

    /// <summary>A script of a peer whose packages are installed.</summary>
    /// <exception cref="MissingToolException">They are not.</exception>
    public static string Script(string peer, string file)
    {
        var folder = Path.Combine(Here, peer);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new MissingToolException($"{peer} is not installed. Run npm ci --prefix {folder.Replace('\\', '/')}.");
        return Path.GetFullPath(Path.Combine(folder, file));
    }

    /// <summary>The full path of the published bot.</summary>
    /// <exception cref="MissingToolException">It is not there.</exception>
    public static string Bot(string path) => File.Exists(path)
        ? Path.GetFullPath(path)
        : throw new MissingToolException($"There is no bot at {path}. Run dotnet publish src/Bot -p:PublishProfile=release.");
}
