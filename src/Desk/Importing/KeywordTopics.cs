using Articles;
using Dapper;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>A keyword and the topic that it stands for.</summary>
readonly record struct TopicKeyword(string Topic, string Keyword);

/// <summary>The topics of an article whose file names none: those with a keyword in its title or excerpt, as a whole word.</summary>
sealed class KeywordTopics(IReadOnlyList<TopicKeyword> keywords)
{
    public static async Task<KeywordTopics> ReadAsync(DatabaseSession session)
    {
        var rows = await session.QueryAsync<TopicKeyword>(
            """
            select t.name as topic, k.keyword
            from topic_keywords k
            join topics t on t.id = k.topic_id
            order by t.name, k.position
            """);
        return new([.. rows]);
    }

    public IReadOnlyList<string> Of(Article article)
    {
        var topics = new List<string>();
        foreach (var (topic, keyword) in keywords)
            if (!topics.Contains(topic) && (Holds(article.Title, keyword) || Holds(article.Excerpt, keyword)))
                topics.Add(topic);
        return topics;
    }

    /// <summary>Adds what the file leaves out and the desk knows: topics by keywords, the provider's domain by the link.</summary>
    public Article Complete(Article article)
    {
        var domain = article.Provider.Domain.Length > 0 ? article.Provider.Domain : article.Link.IdnHost;
        var completed = article with { Provider = article.Provider with { Domain = Provider.DomainOf(domain) } };
        return completed.Topics is [] && Of(completed) is [_, ..] inferred
            ? completed with { Topics = inferred, AreTopicsInferred = true }
            : completed;
    }

    /// <summary>C# and C++ are not C. A # before a word is only a hashtag.</summary>
    static bool ContinuesWord(char character) => char.IsLetterOrDigit(character) || character is '#' or '+';

    static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var rest = text; rest.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; rest = rest[(at + word.Length)..])
        {
            var start = text.Length - rest.Length + at;
            var end = start + word.Length;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !ContinuesWord(text[end])))
                return true;
        }

        return false;
    }
}

/// <summary>Files articles without topics under those that the current keywords suggest.</summary>
static class KeywordFiling
{
    public static async Task RenewAsync(DatabaseSession session, DateTimeOffset now)
    {
        var keywords = await KeywordTopics.ReadAsync(session);
        using var articles = new ArticleWriter(session, now);
        foreach (var id in await WithoutOwnAsync(session))
        {
            var before = (await ArticleVersions.VersionAsync(session, id))!;
            var (article, topics) = (before.Article, keywords.Of(before.Article));
            if (!topics.SequenceEqual(article.Topics))
                articles.FileAnew(id, before, article with { Topics = topics, AreTopicsInferred = topics.Count > 0 });
        }

        articles.Finish();
    }

    /// <summary>The articles whose files name no topic.</summary>
    static async Task<IReadOnlyList<long>> WithoutOwnAsync(DatabaseSession session)
    {
        var ids = await session.QueryAsync<long>(
            """
            select a.id
            from articles a
            where a.removed_at is null
              and not exists (select 1 from article_topics x where x.article_id = a.id and x.is_inherited = 0 and x.is_inferred = 0)
            """);
        return [.. ids];
    }
}
