using Dapper;

namespace News.Storage;

/// <summary>What is told of stories beside their cards.</summary>
public sealed class NewCoverageStore(NewsDatabase database)
{
    public async Task<CoverageNews?> NewsAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<NewsRow>(
            """
            select n.id, n.story_id,
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
        if (row is null)
            return null;
        var outlets = await connection.QueryAsync<string>("select outlet from coverage_news_outlets where news_id = @id", new { id });
        return new()
        {
            Id = row.Id,
            StoryId = row.StoryId,
            Outlets = [.. outlets],
            Place = row.Place,
            Language = row.Language,
            LastToldAt = row.LastToldAt is null ? null : UtcText.Parse(row.LastToldAt),
        };
    }

    /// <param name="delivery">Of the story's card, which is the post's first message.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null where it is not there any more.</returns>
    public async Task<ForumPost?> PostAsync(long delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<PostRow>(
            """
            select d.message_place as place,
                   max(d.sent_at, coalesce((select max(n.at)
                                              from coverage_news n
                                             where n.story_id = d.subject_id
                                               and n.channel = d.channel), d.sent_at)) as last_news_at
            from deliveries d
            where d.id = @delivery
              and d.state = 'sent'
              and d.message_place is not null
            """,
            new { delivery });
        return row is null ? null : new(row.Place, UtcText.Parse(row.LastNewsAt));
    }

    internal sealed record NewsRow
    {
        public required long Id { get; init; }
        public required long StoryId { get; init; }
        public string? Place { get; init; }
        public string? Language { get; init; }
        public string? LastToldAt { get; init; }
    }

    internal sealed record PostRow
    {
        public required string Place { get; init; }
        public required string LastNewsAt { get; init; }
    }
}
