using Articles;

namespace Desk.Importing;

/// <summary>A keyword and the topic that it stands for.</summary>
readonly record struct TopicKeyword(string Topic, string Keyword);

/// <summary>The topics of an article whose file names none: those with a keyword in its title or excerpt, as a whole word.</summary>
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
