using Microsoft.Data.Sqlite;
using News.Storage;

namespace News.Importing;

/// <summary>Files the articles that name no topics under those that the keywords of today suggest.</summary>
static class KeywordFiling
{
    public static async Task RenewAsync(SqliteConnection connection, SqliteTransaction transaction)
    {
        var keywords = new KeywordTopics(await TopicStore.KeywordsAsync(connection, transaction));
        using var articles = new ArticleWriter(connection, transaction);
        foreach (var id in await TopicStore.ArticlesWithoutOwnAsync(connection, transaction))
        {
            var before = (await ArticleVersions.VersionAsync(connection, transaction, id))!;
            var (article, topics) = (before.Article, keywords.Of(before.Article));
            if (!topics.SequenceEqual(article.Topics))
                articles.FileAnew(id, before, article with { Topics = topics, AreTopicsInferred = topics.Count > 0 });
        }

        articles.Finish();
    }
}
