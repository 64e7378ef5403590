using Articles.Text;

namespace Desk.Archive.Search;

/// <summary>Words of a language in all their forms. They are not misspelt, even if no article has them.</summary>
/// <param name="read">Reads the words, folded, when they are first needed.</param>
public sealed class KnownWords(Func<IEnumerable<string>> read)
{
    readonly Lazy<HashSet<string>> stems = new(() => [.. read().Select(EnglishStem.Of)]);

    public static KnownWords None { get; } = new(() => []);

    public bool Has(string word) => stems.Value.Contains(EnglishStem.Of(word));
}
