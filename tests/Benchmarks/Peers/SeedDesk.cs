namespace Benchmarks.Peers;

/// <summary>A folder with many articles, and a database in which the bot has imported them.</summary>
sealed class SeedDesk : IDisposable
{
    const string Corpus = "../shared/corpus";

    readonly RepeatedDesk desk;

    SeedDesk(RepeatedDesk desk) => this.desk = desk;

    public string Folder => desk.Folder;

    public string Database => desk.DatabaseFile;

    /// <summary>Copies of the reference article, which has seven related articles, each copy with its own links and day.</summary>
    /// <exception cref="MissingToolException">The corpus is not there.</exception>
    public static SeedDesk OfSeed(int files)
    {
        var seed = Find(Path.Combine(Corpus, "seed-article.md"), File.Exists);
        var folder = Directory.CreateTempSubdirectory("news-seed-");
        try
        {
            var text = File.ReadAllText(seed).Replace("\npublished: false\n", "\npublished: true\n", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "seed.md"), text);
            return new(RepeatedDesk.Open(folder.FullName, files));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Copies of small real files.</summary>
    /// <exception cref="MissingToolException">The corpus is not there.</exception>
    public static SeedDesk OfSmallFiles(int files) =>
        new(RepeatedDesk.Open(Find(Path.Combine(Corpus, "powerapps-2021-10-01", "_news"), Directory.Exists), files));

    /// <summary>Imports the folder with the bot, into a database that isn't there yet.</summary>
    public Task<FinishedProcess> ImportAsync(string bot, CancellationToken ct)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Database)!, Path.GetFileName(Database) + "*"))
            File.Delete(file);
        return FinishedProcess.RunAsync(new(bot, ["list", "--content", Folder, "--database", Database]), ct);
    }

    /// <summary>Reads only the name, size and time of every file.</summary>
    public void Walk() => desk.Walk();

    public void Dispose() => desk.Dispose();

    static string Find(string path, Func<string, bool> exists) =>
        exists(path) ? path : throw new MissingToolException($"{path} is missing. Put the corpus beside the repository.");
}
