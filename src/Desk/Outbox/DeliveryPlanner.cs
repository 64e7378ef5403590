using Articles.Stories;
using Dapper;
using Desk.Archive;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Says what an import changes for channels, inside the transaction that makes it visible: which stories are to be decided, and which
/// cards are to be brought up to date.
/// </summary>
static class DeliveryPlanner
{
    /// <summary>How long a posted card goes on changing.</summary>
    static readonly TimeSpan LivesFor = TimeSpan.FromDays(3);

    /// <summary>Whether there is anything that readers can see for the first time.</summary>
    public static Task<bool> IsThereAsync(DatabaseSession session) => session.QuerySingleAsync<bool>(
        """
        select exists (select 1
                         from articles
                        where listed_at is null
                          and published = 1
                          and removed_at is null)
        """);

    /// <summary>
    /// Each channel is asked about what readers can see for the first time; what is posted changes with its story.
    /// </summary>
    /// <remarks>The first sight of a folder is not news: then each channel gets the latest it asked for.</remarks>
    /// <returns>The articles that became visible.</returns>
    public static async Task<IReadOnlyList<ArticleChange>> PlanAsync(DatabaseSession session, StoryChanges stories, DateTimeOffset now)
    {
        var isFirstSight = await session.QuerySingleAsync<bool>("select not exists (select 1 from articles where listed_at is not null)");
        var listed = (await session.QueryAsync<ListedRow>(
            """
            update articles
            set listed_at = @now
            where listed_at is null
              and published = 1
              and removed_at is null
            returning id, path
            """,
            new { now })).Select(row => new ArticleChange(row.Id, row.Path, ArticleChangeKind.New)).ToList();
        if (isFirstSight)
        {
            if (listed.Count > 0)
                await LatestStories.WantForAllAsync(session);
            return listed;
        }

        foreach (var merged in stories.All.Where(change => change.Kind is StoryChangeKind.Merged))
            await MergeAsync(session, merged.StoryId, merged.Other!.Value, now);
        foreach (var story in stories.All.Where(IsToDecide).GroupBy(change => change.StoryId))
            await UndecidedStories.NoteAsync(session, story.Key, story.Any(change => change.Kind is StoryChangeKind.New));
        await ChangeAsync(session, stories, now);
        foreach (var story in stories.All.Where(change => change.Kind is StoryChangeKind.Grown).Select(change => change.StoryId).Distinct())
            await CoverageUpdateWriter.QueueAsync(session, story, now);
        return listed;
    }

    /// <summary>New stories, and those that a rule may have stopped before the change.</summary>
    static bool IsToDecide(StoryChange change) => change.Kind is StoryChangeKind.New or StoryChangeKind.Grown or StoryChangeKind.Edited;

    /// <summary>Cards that name a provider or a topic which is called otherwise now are brought up to date.</summary>
    public static async Task RenameAsync(DatabaseSession session, DefinedNames before, DateTimeOffset now)
    {
        var sentAfter = now - LivesFor;
        var names = await DefinedNames.ReadAsync(session);
        foreach (var story in await names.StoriesRenamedAsync(session, before, UtcText.Of(sentAfter)))
            await DeliveryWriter.ChangedAsync(session, DeliveryKind.Story, story, now, sentAfter);
    }

    static async Task ChangeAsync(DatabaseSession session, StoryChanges stories, DateTimeOffset now)
    {
        foreach (var story in stories.All.Where(change => change.Kind is not StoryChangeKind.New).GroupBy(change => change.StoryId))
        {
            // A story that is withdrawn disappears, however old its card is; and so does what one that changes says of it. What disappeared
            // comes back just so.
            var isAnyAge = story.Any(change =>
                change.Kind is StoryChangeKind.Emptied or StoryChangeKind.Shrunk or StoryChangeKind.Returned);
            var sentAfter = isAnyAge ? (DateTimeOffset?)null : now - LivesFor;
            await DeliveryWriter.ChangedAsync(session, DeliveryKind.Story, story.Key, now, sentAfter);
            if (story.Any(change => change.Kind is StoryChangeKind.Returned))
                await WithdrawalStore.ReturnAsync(session, story.Key, now);
        }
    }

    /// <summary>
    /// A channel has one card of a story: where it has one of both, what is not posted yet is left out; where it has only the
    /// other's, that one goes on.
    /// </summary>
    static async Task MergeAsync(DatabaseSession session, long from, long into, DateTimeOffset now)
    {
        await session.ExecuteAsync(
            """
            update deliveries
            set state = 'skipped', reason = 'It was merged into a story that this channel has.'
            where kind = 'story'
              and state in ('held', 'pending')
              and attempts = 0
              and ((subject_id = @from
                    and exists (select 1
                                  from deliveries o
                                 where o.channel = deliveries.channel
                                   and o.kind = 'story'
                                   and o.subject_id = @into
                                   and o.state <> 'skipped'))
                or (subject_id = @into
                    and exists (select 1
                                  from deliveries o
                                 where o.channel = deliveries.channel
                                   and o.kind = 'story'
                                   and o.subject_id = @from
                                   and o.state in ('sending', 'sent'))))
            """,
            new { from, into });
        // Where the other's card is the one that is there, it takes the story's place, and the row that was skipped for it goes.
        await session.ExecuteAsync(
            """
            delete from deliveries
            where kind = 'story'
              and subject_id = @into
              and state = 'skipped'
              and exists (select 1
                            from deliveries o
                           where o.channel = deliveries.channel
                             and o.kind = 'story'
                             and o.subject_id = @from
                             and o.state in ('sending', 'sent', 'held', 'pending'))
            """,
            new { from, into });
        await session.ExecuteAsync(
            """
            update deliveries
            set subject_id = @into
            where kind = 'story'
              and subject_id = @from
              and not exists (select 1 from deliveries o where o.channel = deliveries.channel and o.kind = 'story' and o.subject_id = @into)
            """,
            new { from, into });
        await DeliveryWriter.ChangedAsync(session, DeliveryKind.Story, into, now, now - LivesFor);
        await CoverageUpdateWriter.MergeAsync(session, from, into);
    }

    internal sealed record ListedRow
    {
        public required long Id { get; init; }
        public required string Path { get; init; }
    }
}
