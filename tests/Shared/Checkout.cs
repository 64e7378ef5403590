namespace Shared;

/// <summary>The paths of the repository and of the corpus of real articles, which may be next to it.</summary>
static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The path of a file or folder of the corpus. Skips the test if there is no corpus.</summary>
    public static string Corpus(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "corpus", name);
        Assert.SkipUnless(Path.Exists(path), $"needs the corpus of real articles: {Path.GetFullPath(path)} is not there");
        return Path.GetFullPath(path);
    }

    /// <summary>The folder of the program as it was built, with its model, which the copies in the tests' own folders lack.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src/Bot/bin", output.Parent!.Name, output.Name);
        }
    }

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Bot.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw OutsideTheRepository());

    static DirectoryNotFoundException OutsideTheRepository() =>
        new("The tests do not run inside the repository: no Bot.sln above them.");
}
