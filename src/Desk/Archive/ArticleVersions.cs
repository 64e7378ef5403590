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
        var row = await session.QuerySingleOrDefaultAsync<ArticleRow>(
            $"""
            select {StoredArticles.Filed}
            from articles a
            where a.id = @id
            """,
            new { id });
        return row is null ? null : new(
            (await StoredArticles.LoadAsync(session, [row], areShown: false))[0],
            IsVisible: row is { Published: true, RemovedAt: null },
            WasListed: row.ListedAt is not null);
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
}

/// <summary>A stored article, and whether readers can see it.</summary>
/// <param name="IsVisible">Whether readers can see it now.</param>
/// <param name="WasListed">Whether they ever could; then it is not news again.</param>
sealed record ArticleVersion(Article Article, bool IsVisible, bool WasListed);
