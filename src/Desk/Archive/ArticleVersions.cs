using Articles;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>Articles as their files have them, visible or not, for an import to compare with.</summary>
static class ArticleVersions
{
    /// <summary>The article as it was last stored; null if it never was.</summary>
    public static async Task<ArticleVersion?> VersionAsync(DatabaseSession session, long id)
    {
        var state = await session.QuerySingleOrDefaultAsync<ArticleState>(
            """
            select published = 1 and removed_at is null as is_visible, listed_at is not null as was_listed
            from articles
            where id = @id
            """,
            new { id });
        return state is null ? null : new(StoredArticles.Load(session, [id], areShown: false)[0], state.IsVisible, state.WasListed);
    }

    /// <summary>The article of this file; null if it was removed.</summary>
    public static async Task<long?> IdAtAsync(DatabaseSession session, string path) =>
        await session.QuerySingleOrDefaultAsync<long?>(
            """
            select id
            from articles
            where path = @path
              and removed_at is null
            """,
            new { path });

    internal sealed record ArticleState
    {
        public required bool IsVisible { get; init; }
        public required bool WasListed { get; init; }
    }
}

/// <summary>A stored article, and whether readers can see it.</summary>
/// <param name="IsVisible">Whether readers can see it now.</param>
/// <param name="WasListed">Whether they ever could; then it is not news again.</param>
sealed record ArticleVersion(Article Article, bool IsVisible, bool WasListed);
