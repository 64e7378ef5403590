namespace News.Reading;

/// <summary>Collects a file's problems, a page of them at most: a file with a thousand has one cause.</summary>
sealed class ContentProblems(string path)
{
    readonly List<ContentProblem> told = [];
    int untold;

    public bool HaveErrors { get; private set; }

    public int Count => told.Count + untold;

    /// <summary>Whether no more are told, only counted.</summary>
    public bool AreFull => told.Count >= ContentLimits.ProblemsTold;

    public void Error(int line, int column, string message)
    {
        HaveErrors = true;
        Add(line, column, message, ContentSeverity.Error);
    }

    public void Warning(int line, int column, string message) => Add(line, column, message, ContentSeverity.Warning);

    public bool AnyAt(int line, int column) => told.Exists(problem => problem.Line == line && problem.Column == column);

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<ContentProblem> All()
    {
        if (told is [])
            return [];
        var all = told.OrderBy(problem => (problem.Line, problem.Column)).ToList();
        if (untold > 0)
            all.Add(new(path, all[^1].Line, all[^1].Column, untold == 1 ? "There is more. Mend these first." : $"There are {untold} more problems. Mend these first.", HaveErrors ? ContentSeverity.Error : ContentSeverity.Warning));
        return all;
    }

    void Add(int line, int column, string message, ContentSeverity severity)
    {
        if (told.Count < ContentLimits.ProblemsTold)
            told.Add(new(path, line, column, message, severity));
        else
            untold++;
    }
}
