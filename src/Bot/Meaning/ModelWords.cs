using Desk.Archive.Search;

namespace Bot.Meaning;

/// <summary>The words that the model knows as a whole, which most English words are. It has parts of others, marked with ##.</summary>
static class ModelWords
{
    /// <summary>Shorter ones are parts and abbreviations for the most part.</summary>
    const int Shortest = 3;

    /// <param name="folder">With <c>vocab.txt</c>, or without, as when it is set wrongly: then no word is known.</param>
    public static KnownWords In(string folder) => new(() =>
    {
        var file = Path.Combine(folder, "vocab.txt");
        return File.Exists(file)
            ? File.ReadLines(file).Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetterLower))
            : [];
    });
}
