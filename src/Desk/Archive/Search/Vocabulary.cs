using System.Numerics;
using Articles.Text;

namespace Desk.Archive.Search;

/// <summary>
/// The words of the archive, as they are written, with the number of articles that have each: how rare a word is, and which one a
/// misspelt word was meant to be. They lie in one block of memory, so that a hundred thousand cost a few megabytes.
/// </summary>
sealed class Vocabulary
{
    readonly char[] letters;
    readonly int[] starts;
    readonly int[] articles;
    readonly uint[] letterSets;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers;
    readonly Dictionary<string, int> stems = [];

    /// <param name="words">Folded, each once, with its number of articles.</param>
    /// <param name="all">How many articles there are.</param>
    public Vocabulary(IReadOnlyList<(string Word, int Articles)> words, int all)
    {
        All = Math.Max(all, 1);
        letters = new char[words.Sum(word => word.Word.Length)];
        starts = new int[words.Count + 1];
        articles = new int[words.Count];
        letterSets = new uint[words.Count];
        var numbers = new Dictionary<string, int>(words.Count);
        this.numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count; at++)
        {
            var (word, count) = words[at];
            word.CopyTo(letters.AsSpan(starts[at]));
            starts[at + 1] = starts[at] + word.Length;
            articles[at] = count;
            letterSets[at] = LetterSet(word);
            numbers[word] = at;
            var stem = EnglishStem.Of(word);
            stems[stem] = Math.Max(stems.GetValueOrDefault(stem), count);
        }
    }

    /// <summary>How many articles the archive has; at least 1.</summary>
    public int All { get; }

    /// <summary>How many articles have the word or another form of it.</summary>
    public int ArticlesWith(string word) => stems.GetValueOrDefault(EnglishStem.Of(word));

    public bool Knows(string word) => ArticlesWith(word) > 0;

    /// <summary>How much a word says: 0 for one that all articles have, more for rare ones, most for one that none has.</summary>
    public double Rarity(string word) => RarityOf(ArticlesWith(word));

    /// <summary>The rarity of a word that so many articles have.</summary>
    public double RarityOf(int articles) => Math.Log(1 + ((All - articles + 0.5) / (articles + 0.5)));

    /// <summary>The rarity of a word that no article has.</summary>
    public double Rarest => RarityOf(0);

    /// <summary>The words that a misspelt one may stand for, the likeliest first.</summary>
    public IReadOnlyList<Correction> Corrections(string typed, int most)
    {
        var allowed = typed.Length switch { < 4 => 0, < 6 => 1, < 11 => 2, _ => 3 };
        if (allowed == 0)
            return [];
        var wanted = LetterSet(typed);
        var found = new List<Correction>();
        for (var at = 0; at < articles.Length; at++)
        {
            var length = starts[at + 1] - starts[at];
            // Each typo changes at most two letters of the set.
            if (Math.Abs(length - typed.Length) > allowed || length < 3 || BitOperations.PopCount(wanted ^ letterSets[at]) > allowed * 2)
                continue;
            var word = letters.AsSpan(starts[at], length);
            if (Spelling.Distance(typed, word, allowed) is { } distance)
                found.Add(new(word.ToString(), distance, Cost(typed, word, distance, articles[at])));
        }

        return [.. found.OrderBy(correction => correction.Cost).Take(most)];
    }

    /// <summary>The two words that were typed without the space between them; null if they are not known.</summary>
    public (string First, string Second)? Split(string typed)
    {
        (string, string)? best = null;
        var most = 0;
        for (var at = 2; at <= typed.Length - 2; at++)
        {
            var (first, second) = (typed[..at], typed[at..]);
            var count = Math.Min(Exact(first), Exact(second));
            if (count > most)
                (best, most) = ((first, second), count);
        }

        return best;
    }

    int Exact(ReadOnlySpan<char> word) => numbers.TryGetValue(word, out var at) ? articles[at] : 0;

    /// <summary>Rather a word that starts alike, sounds alike, and is common.</summary>
    double Cost(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int distance, int count)
    {
        var startsAlike = typed[0] == word[0] ? 0 : 0.4;
        var endsAlike = typed[^1] == word[^1] ? 0 : 0.1;
        var soundsAlike = Consonants(typed).SequenceEqual(Consonants(word)) ? -0.4 : 0;
        return distance + startsAlike + endsAlike + soundsAlike - (0.35 * Math.Log(1 + count) / Math.Log(2 + All));
    }

    /// <summary>Without vowels and doubled letters, which are mistaken most.</summary>
    static List<char> Consonants(ReadOnlySpan<char> word)
    {
        var kept = new List<char>(word.Length);
        foreach (var letter in word)
        {
            if (letter is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h') && (kept.Count == 0 || kept[^1] != letter))
                kept.Add(letter);
        }

        return kept;
    }

    static uint LetterSet(ReadOnlySpan<char> word)
    {
        var set = 0u;
        foreach (var letter in word)
            set |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + (letter % 6));
        return set;
    }
}

/// <summary>A word that may have been meant.</summary>
/// <param name="Distance">In typos.</param>
/// <param name="Cost">The lower, the likelier.</param>
readonly record struct Correction(string Word, int Distance, double Cost);
