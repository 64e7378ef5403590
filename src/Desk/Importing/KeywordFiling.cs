using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Files articles without topics under those that the current keywords suggest.</summary>
static class KeywordFiling
{
    public static async Task RenewAsync(DatabaseSession session, DateTimeOffset now)
    {
        var keywords = new KeywordTopics(await TopicStore.KeywordsAsync(session));
        using var articles = new ArticleWriter(session, now);
        foreach (var id in await TopicStore.ArticlesWithoutOwnAsync(session))
        {
            var before = (await ArticleVersions.VersionAsync(session, id))!;
            var (article, topics) = (before.Article, keywords.Of(before.Article));
            if (!topics.SequenceEqual(article.Topics))
                articles.FileAnew(id, before, article with { Topics = topics, AreTopicsInferred = topics.Count > 0 });
        }

        articles.Finish();
    }
}
