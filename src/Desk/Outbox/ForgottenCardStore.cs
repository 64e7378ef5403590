using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Cards that were found in channels after the database was restored, and that no delivery has.</summary>
public sealed class ForgottenCardStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Queues the stories of cards that no delivery has, unless they are on their way. A card whose story has another one in the channel
    /// was the card of its article.
    /// </summary>
    /// <returns>The messages that are recorded or whose stories are queued; the articles of the others are unknown so far.</returns>
    public async Task<IReadOnlyList<string>> QueueAsync(
        string channel, Destination destination, IReadOnlyList<FoundCard> cards, CancellationToken ct)
    {
        if (cards.Count == 0)
            return [];
        var (recorded, articles) = await database.ReadAsync(
            async session => (await RecordedAsync(session, channel, cards), await ArticlesAsync(session, cards)), ct);
        var forgotten = cards.Where(card => !recorded.Contains(card.Message) && articles.ContainsKey(card.Key)).ToList();
        if (forgotten.Count > 0)
        {
            await database.WriteAsync(
                async session =>
                {
                    foreach (var card in forgotten)
                        await QueueAsync(session, channel, destination, articles[card.Key]);
                },
                ct);
        }

        return [.. recorded, .. forgotten.Select(card => card.Message)];
    }

    static async Task<HashSet<string>> RecordedAsync(DatabaseSession session, string channel, IReadOnlyList<FoundCard> cards) =>
        [.. await session.QueryAsync<string>(
            $"""
            select message
            from deliveries
            where channel = @channel
              and kind = 'story'
              and message in {JsonList.Texts}
            """,
            new { channel, texts = JsonList.Of(cards.Select(card => card.Message)) })];

    /// <summary>A key that articles of several stories have names none of them.</summary>
    static async Task<Dictionary<long, FoundArticle>> ArticlesAsync(DatabaseSession session, IReadOnlyList<FoundCard> cards)
    {
        var rows = await session.QueryAsync<FoundArticle>(
            $"""
            select public_key as key, min(id) as article, min(coalesce(story_id, id)) as story
            from articles
            where public_key in {JsonList.Numbers}
            group by public_key
            having count(distinct coalesce(story_id, id)) = 1
            """,
            new { ids = JsonList.Of(cards.Select(card => card.Key)) });
        return rows.ToDictionary(row => row.Key);
    }

    Task<int> QueueAsync(DatabaseSession session, string channel, Destination destination, FoundArticle found) => session.ExecuteAsync(
        """
        insert into deliveries (channel, destination, kind, subject_id, state, due_at, created_at)
        select @channel, @destination, 'story',
               case when exists (select 1
                                   from deliveries
                                  where channel = @channel
                                    and kind = 'story'
                                    and subject_id = @Story
                                    and message is not null) then @Article else @Story end,
               'pending', @now, @now
        where true
        on conflict (channel, kind, subject_id) do update
        set state = 'pending', reason = null, due_at = excluded.due_at, attempts = 0, claimed_at = null, held_until = null, may_return = 0
        where deliveries.message is null
          and deliveries.state in ('skipped', 'failed')
        """,
        new { channel, destination, found.Story, found.Article, now = clock.GetUtcNow() });
}

/// <summary>A card that was found in a channel.</summary>
/// <param name="Message">The id of the message.</param>
/// <param name="Key">The public key of an article, by which its buttons name its story.</param>
public sealed record FoundCard(string Message, long Key);

sealed record FoundArticle(long Key, long Article, long Story);
