namespace News.Importing;

/// <summary>What an import has done so far.</summary>
sealed class ImportTally
{
    readonly Dictionary<long, ArticleChange> changes = [];
    readonly HashSet<long> hidden = [];
    readonly HashSet<string> again = [];
    readonly HashSet<string> read = [];

    public IReadOnlyCollection<ArticleChange> Changes => changes.Values;

    /// <summary>Files whose bytes were not those of the last look.</summary>
    public int Read => read.Count;

    /// <summary>Files that were being written.</summary>
    public int Unfinished { get; set; }

    public void NoteRead(string path) => read.Add(path);

    /// <summary>The latest word on an article.</summary>
    public void Note(long id, string path, ArticleChangeKind kind) => changes[id] = new(id, path, kind);

    /// <summary>Notes that readers could see the article until this import.</summary>
    public void Hid(long id) => hidden.Add(id);

    public bool HasHidden(long id) => hidden.Contains(id);

    /// <summary>Asks for a file that did not change to be read after all, because of what happened to another.</summary>
    public void ReadAgain(string path) => again.Add(path);

    public IReadOnlyList<string> TakeReadAgain()
    {
        List<string> paths = [.. again.Order(StringComparer.Ordinal)];
        again.Clear();
        return paths;
    }
}
