using Dapper;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Reads the archive's words.</summary>
static class VocabularyStore
{
    public static async Task<Vocabulary> ReadAsync(DatabaseSession session)
    {
        var words = await session.QueryAsync<WordRow>(WordIndex.Of(session).Vocabulary);
        var all = await session.QuerySingleAsync<int>("select count(*) from listed_articles");
        return new([.. words.Select(row => (row.Term, row.Articles))], all);
    }

    internal sealed record WordRow
    {
        public required string Term { get; init; }
        public required int Articles { get; init; }
    }
}
