using Articles.Text;
using Dapper;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>Suggests headlines while somebody types one.</summary>
public sealed class TitleSuggestions(DeskDatabase database, ArchiveSearch search)
{
    /// <summary>Of the articles whose headlines match, only so many of those stored last are looked at.</summary>
    const int Candidates = 500;

    /// <summary>
    /// Headlines that begin with what was typed, then those that have its words, then those that have it inside a word; if there are
    /// none, headlines of their related coverage, and else those with words that are spelled like it. Each time the newest first. If
    /// nothing is typed, the newest of all.
    /// </summary>
    public Task<IReadOnlyList<SuggestedTitle>> SuggestAsync(string typed, int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<SuggestedTitle>> (session) =>
        {
            var words = FoldedText.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Any(char.IsLetterOrDigit))
                .ToList();
            if (words is [])
                return await NewestAsync(session, typed, take);
            var begun = FoldedText.Of(typed).Trim();
            var found = (await WithWordsAsync(session, words))
                .OrderByDescending(title => FoldedText.Of(title.Title).StartsWith(begun, StringComparison.Ordinal))
                .Take(take)
                .ToList();
            // Inside a word, and with other signs than letters between the words, only a look at every headline finds it.
            if (found.Count < take)
                found.AddRange((await NewestAsync(session, typed, take)).ExceptBy(found.Select(title => title.Id), title => title.Id));
            if (found.Count < take)
                found.AddRange(await RelatedAsync(session, words, found));
            if (found is [])
                found.AddRange(await WithWordsAsync(session, await MeantAsync(session, words)));
            return [.. found.Take(take)];
        },
        ct);

    /// <summary>Headlines of related coverage, each with the article that lists it.</summary>
    static async Task<IEnumerable<SuggestedTitle>> RelatedAsync(
        DatabaseSession session, IReadOnlyList<string> words, IReadOnlyList<SuggestedTitle> found) =>
        (await RelatedCoverage.HeadlinesAsync(session, words))
            .Select(headline => new SuggestedTitle { Id = headline.ArticleId, Title = headline.Title })
            .ExceptBy(found.Select(title => title.Id), title => title.Id)
            .DistinctBy(title => title.Id);

    async Task<IReadOnlyList<string>> MeantAsync(DatabaseSession session, IReadOnlyList<string> words)
    {
        var vocabulary = await search.VocabularyAsync(session);
        return [.. words.Select(word =>
            !vocabulary.Knows(word) && vocabulary.Corrections(word, most: 1) is [var correction] ? correction.Word : word)];
    }

    /// <summary>All words are in the headline; the last may be the beginning of one. The newest first.</summary>
    static Task<IEnumerable<SuggestedTitle>> WithWordsAsync(DatabaseSession session, IReadOnlyList<string> words)
    {
        var index = WordIndex.Of(session);
        return session.QueryAsync<SuggestedTitle>(
            $"""
            select a.id, a.title
            from {index.Newest(Candidates)} hit
            join listed_articles a on a.id = hit.id
            order by a.published_at desc, a.id desc
            """,
            new { query = index.Of(new WordQuery { Column = WordColumn.Title, All = IndexTerm.All(words, isLastUnfinished: true) }) });
    }

    static async Task<IReadOnlyList<SuggestedTitle>> NewestAsync(DatabaseSession session, string typed, int take) =>
        [.. await session.QueryAsync<SuggestedTitle>(
            """
            select a.id, a.title
            from listed_articles a
            where a.title like @pattern escape '\'
            order by a.published_at desc, a.id desc
            limit @take
            """,
            new { pattern = LikePattern.Containing(typed), take })];
}

/// <summary>An article's headline.</summary>
public sealed record SuggestedTitle
{
    /// <summary>The article's, or that of the article that lists it as related.</summary>
    public required long Id { get; init; }

    public required string Title { get; init; }
}
