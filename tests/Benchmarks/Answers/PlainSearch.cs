using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Benchmarks.Answers;

/// <summary>What most programs would do: SQLite's full-text index with stems, any of the words, titles three times.</summary>
sealed partial class PlainSearch : IDisposable
{
    readonly SqliteConnection connection = new("Data Source=:memory:");

    public PlainSearch(IEnumerable<(string File, string Title, string Excerpt)> articles)
    {
        connection.Open();
        Run("create virtual table found using fts5 (file unindexed, title, excerpt, tokenize = porter)");
        foreach (var (file, title, excerpt) in articles)
            Run("insert into found values ($file, $title, $excerpt)", ("$file", file), ("$title", title), ("$excerpt", excerpt));
    }

    /// <returns>Files, the best first.</returns>
    public IReadOnlyList<string> Find(string question)
    {
        var words = Words.Matches(question).Select(word => $"\"{word.Value}\"").ToList();
        if (words.Count == 0)
            return [];
        using var command = new SqliteCommand(
            "select file from found where found match $query order by bm25(found, 0, 3, 1) limit 10",
            connection);
        command.Parameters.AddWithValue("$query", string.Join(" OR ", words));
        using var reader = command.ExecuteReader();
        var files = new List<string>();
        while (reader.Read())
            files.Add(reader.GetString(0));
        return files;
    }

    public void Dispose() => connection.Dispose();

    void Run(string sql, params IEnumerable<(string Name, string Value)> parameters)
    {
        using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    static partial Regex Words { get; }
}
