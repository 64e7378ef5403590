namespace Desk.Archive.Search;

/// <summary>How much each sign counts in the order of results. They were set on the tuning half of the benchmark's questions.</summary>
static class RankingWeights
{
    /// <summary>How many articles are found by words, and how many by meaning, before they are ranked.</summary>
    public const int Candidates = 150;

    /// <summary>Of the articles that pass the filters, the newest so many are compared in meaning.</summary>
    public const int MostCompared = 20_000;

    /// <summary>Of the articles that have a question's words, so many of those that were imported last are compared by them.</summary>
    public const int MostScored = 10_000;

    /// <summary>
    /// Words that more articles have than this say little, and would make the search slow: they are not searched for beside rarer ones.
    /// </summary>
    public const int CommonWord = 3000;

    /// <summary>Of the similarity in meaning, from -1 to 1.</summary>
    public const double Meaning = 1;

    /// <summary>Of the share of the question's words that the article has, by their rarity.</summary>
    public const double Words = 0.22;

    /// <summary>The same, by the square of their rarity: the rarest words say most about what somebody is looking for.</summary>
    public const double RareWords = 0.19;

    /// <summary>Of the share of the question's neighboring words that are neighbors in the article.</summary>
    public const double Neighbors = 0.19;

    /// <summary>Of the share of the title's words, by their rarity, that the question has.</summary>
    public const double Title = 0.11;

    /// <summary>Of the score in the full-text index, from 0 to 1 for the best.</summary>
    public const double Index = 0.17;

    /// <summary>Of an article of today; half of it after a year.</summary>
    public const double Recency = 0.05;

    /// <summary>Of the best quality.</summary>
    public const double Quality = 0.02;

    /// <summary>In a list by time, stories whose score is at most this much below the best come first.</summary>
    public const double AlmostBest = 0.3;

    /// <summary>If other stories fit so much better, what the question seems to be limited to is a part of its subject.</summary>
    public const double Doubt = 0.17;

    /// <summary>How much a word counts where it stands.</summary>
    public const double InTitle = 1, InExcerpt = 0.85, InRelated = 0.6, InTopics = 0.8, InProvider = 0.6, InBody = 0.6;

    /// <summary>A name that so few articles have is rare; in a large archive, one that a hundredth of them have.</summary>
    public const int FewArticles = 2;

    /// <summary>A word that differs from what was typed.</summary>
    public const double Corrected = 0.9;
}
