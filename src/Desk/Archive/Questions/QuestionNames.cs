namespace Desk.Archive.Questions;

/// <summary>Finds names of the archive in the words of a question.</summary>
sealed class QuestionNames(IReadOnlyList<QuestionToken> tokens, ArchiveNames names)
{
    /// <summary>The longest run of words from here that is an outlet's name.</summary>
    public (Outlet Named, int End)? Outlet(int at) => Longest(at, names.Publisher);

    /// <summary>The longest run of words from here that is a topic's name, short name or keyword.</summary>
    public (Articles.Topic Named, int End)? Topic(int at) => Longest(at, names.Topic);

    public bool IsTopic(int at) => names.Topic(tokens[at].Word) is not null;

    /// <summary>"Mayor's", as it is without what shows an owner.</summary>
    public static string WithoutOwner(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    (TName Named, int End)? Longest<TName>(int at, Func<string, TName?> find)
        where TName : class
    {
        (TName, int)? longest = null;
        var words = "";
        for (var end = at; end < tokens.Count && words.Length <= names.LongestName + 8; end++)
        {
            words += tokens[end].Word;
            if (find(WithoutOwner(words)) is { } found)
                longest = (found, end + 1);
        }

        return longest;
    }
}
