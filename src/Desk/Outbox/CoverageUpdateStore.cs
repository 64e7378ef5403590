using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Outlets that took up a story since its post was made or it was followed, to be told in one message.</summary>
public sealed record CoverageUpdate
{
    public required long Id { get; init; }

    /// <summary>What names it in its message.</summary>
    public required long PublicKey { get; init; }

    /// <summary>The story as it was named then; it may be part of another by now.</summary>
    public required long StoryId { get; init; }

    /// <summary>As <see cref="Articles.Stories.CoverageLine.Outlet"/> spells them.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>The story's post in the forum; null if the update is a private message.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// The language of the member who follows the story, as <see cref="Channels.Language.Code"/>; null in a forum.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>When new coverage of the story was last told there, in UTC; null where none was.</summary>
    public DateTimeOffset? LastToldAt { get; init; }
}

/// <summary>What is told of stories beside their cards.</summary>
public sealed class CoverageUpdateStore(DeskDatabase database)
{
    public Task<CoverageUpdate?> UpdateAsync(long id, CancellationToken ct) => database.ReadAsync<CoverageUpdate?>(
        async session =>
        {
            var news = await session.QuerySingleOrDefaultAsync<CoverageUpdate>(
                """
                select n.id, n.public_key, n.story_id,
                       (select d.message_place
                          from deliveries d
                         where d.kind = 'story'
                           and d.subject_id = (select coalesce(a.story_id, a.id) from articles a where a.id = n.story_id)
                           and d.channel = n.channel) as place,
                       (select f.language
                          from story_followers f
                         where f.story_id = (select coalesce(a.story_id, a.id) from articles a where a.id = n.story_id)
                           and f.channel = n.channel) as language,
                       (select max(d.sent_at)
                          from coverage_news t
                          join deliveries d on d.kind = 'coverage' and d.subject_id = t.id and d.channel = t.channel
                         where t.story_id = n.story_id
                           and t.channel = n.channel) as last_told_at
                from coverage_news n
                where n.id = @id
                """,
                new { id });
            if (news is null)
                return null;
            var outlets = await session.QueryAsync<string>("select outlet from coverage_news_outlets where news_id = @id", new { id });
            return news with { Outlets = [.. outlets] };
        },
        ct);

    /// <param name="delivery">Of the story's card, which is the post's first message.</param>
    /// <returns>Null where it is not there any more.</returns>
    public Task<ForumPost?> ForumPostAsync(long delivery, CancellationToken ct) => database.ReadAsync<ForumPost?>(
        async session =>
        {
            return await session.QuerySingleOrDefaultAsync<ForumPost>(
                """
                select d.message_place as place, d.sent_at as posted_at,
                       (select max(a.published_at)
                          from listed_articles a
                         where a.story_id = d.subject_id
                            or (a.id = d.subject_id and a.story_id is null)) as published_at,
                       (select max(n.at)
                          from coverage_news n
                         where n.story_id = d.subject_id
                           and n.channel = d.channel) as covered_at
                from deliveries d
                where d.id = @delivery
                  and d.state = 'sent'
                  and d.message_place is not null
                """,
                new { delivery });
        },
        ct);
}
