namespace News.Importing;

/// <summary>A topic and a word by which an article is recognised as its own.</summary>
readonly record struct TopicKeyword(string Topic, string Keyword);

/// <summary>The topics of an article whose file names none: those of which its title or excerpt holds a keyword as a whole word.</summary>
sealed class KeywordTopics(IReadOnlyList<TopicKeyword> keywords)
{
    public IReadOnlyList<string> Of(Article article)
    {
        var topics = new List<string>();
        foreach (var (topic, keyword) in keywords)
            if (!topics.Contains(topic) && (Holds(article.Title, keyword) || Holds(article.Excerpt, keyword)))
                topics.Add(topic);
        return topics;
    }

    /// <summary>With what the file leaves out and the desk knows: topics from keywords, the provider's domain from the link.</summary>
    public Article Complete(Article article)
    {
        var domain = article.Provider.Domain.Length > 0 ? article.Provider.Domain : article.Link.IdnHost;
        var completed = article with { Provider = article.Provider with { Domain = Provider.DomainOf(domain) } };
        return completed.Topics is [] && Of(completed) is [_, ..] inferred
            ? completed with { Topics = inferred, AreTopicsInferred = true }
            : completed;
    }

    static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var rest = text; rest.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; rest = rest[(at + word.Length)..])
        {
            var start = text.Length - rest.Length + at;
            var end = start + word.Length;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
