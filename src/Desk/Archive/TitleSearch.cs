using Articles.Stories;
using Dapper;
using Desk.Database;

namespace Desk.Archive;

/// <summary>Finds the stories that somebody means by a headline or a part of one.</summary>
public sealed class TitleSearch(DeskDatabase database)
{
    /// <summary>Of the articles whose headlines match, only so many of those stored last are looked at.</summary>
    const int Candidates = 500;

    /// <summary>
    /// The stories with a headline that is what was typed; if there are none, those with all words in a headline; if there are none of
    /// those either, those in which the last word begins a longer one, and at last those with such a headline in their related coverage.
    /// The newest first, each once.
    /// </summary>
    public Task<IReadOnlyList<StoryTitle>> StoriesAsync(string typed, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StoryTitle>>(
        async session =>
        {
            var plain = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Any(char.IsLetterOrDigit))
                .ToList();
            if (plain is [])
                return [];
            var found = await MatchingAsync(session, IndexTerm.All(plain, isLastUnfinished: false), Candidates);
            if (found is [])
                found = await MatchingAsync(session, IndexTerm.All(plain, isLastUnfinished: true), take);
            if (found is [])
                found = [.. (await RelatedCoverage.HeadlinesAsync(session, plain)).Select(StoryTitle.Of)];
            var same = found.Where(story => IsSame(story.Title, typed)).ToList();
            return [.. (same is [] ? found : same).DistinctBy(story => story.Id).Take(take)];
        },
        ct);

    static async Task<List<StoryTitle>> MatchingAsync(DatabaseSession session, IReadOnlyList<IndexTerm> words, int take)
    {
        var index = WordIndex.Of(session);
        return
        [
            .. await session.QueryAsync<StoryTitle>(
                $"""
                select coalesce(found.story_id, found.id) as id, found.public_key, found.title, found.published_at,
                       coalesce(p.name, nullif(found.provider_name, ''), found.provider_domain) as outlet
                from (select a.*, row_number() over (
                             partition by coalesce(a.story_id, a.id) order by a.published_at desc, a.id desc) as nth
                        from {index.Newest(Candidates)} hit
                        join listed_articles a on a.id = hit.id) found
                left join providers p on p.domain = found.provider_domain
                where found.nth = 1
                order by found.published_at desc, found.id desc
                limit @take
                """,
                new { query = index.Of(new WordQuery { Column = WordColumn.Title, All = words }), take }),
        ];
    }

    static bool IsSame(string title, string typed) => string.Equals(title.Trim(), typed.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A story by the newest of its headlines that match.</summary>
public sealed record StoryTitle
{
    /// <summary>The story's.</summary>
    public required long Id { get; init; }

    /// <summary>The <see cref="Articles.Article.PublicKey"/> of the article with this headline.</summary>
    public required long PublicKey { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty if unknown.</summary>
    public required string Outlet { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>By a headline of its related coverage.</summary>
    internal static StoryTitle Of(RelatedHeadline headline) => new()
    {
        Id = headline.StoryId,
        PublicKey = headline.PublicKey,
        Title = headline.Title,
        Outlet = headline.Outlet,
        PublishedAt = headline.PublishedAt,
    };

    /// <summary>By its leading article.</summary>
    public static StoryTitle Of(Story story) => new()
    {
        Id = story.Id,
        PublicKey = story.PublicKey,
        Title = story.Lead.Title,
        Outlet = story.Lead.Provider.Label,
        PublishedAt = story.Lead.PublishedAt,
    };
}
