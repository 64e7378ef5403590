using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Stories that channels are still to be asked about. They are stored, so that a crash between two steps loses none.</summary>
static class UndecidedStories
{
    /// <summary>Has every channel asked about a story, inside the transaction that changes it.</summary>
    /// <param name="isNew">Whether readers see it for the first time.</param>
    public static Task NoteAsync(DatabaseSession session, long story, bool isNew) => session.ExecuteAsync(
        """
        insert into undecided_stories (channel, story_id, is_new)
        values ('', @story, @isNew)
        on conflict (channel, story_id) do update
        set revision = undecided_stories.revision + 1,
            is_new = case excluded.is_new when 1 then 1 else undecided_stories.is_new end
        """,
        new { story, isNew });

    /// <summary>Those of one channel, or of all, in the order in which they were noted.</summary>
    /// <param name="exceptOf">Channels that can't be asked now.</param>
    public static async Task<IReadOnlyList<UndecidedStory>> ReadAsync(DatabaseSession session, IEnumerable<string> exceptOf, int take) =>
        [.. await session.QueryAsync<UndecidedStory>(
            $"""
            select channel, story_id, is_new, revision
            from undecided_stories
            where channel not in {JsonList.Texts}
            order by story_id, channel
            limit @take
            """,
            new { texts = JsonList.Of(exceptOf), take })];

    /// <summary>Leaves the decision for one channel to a later turn.</summary>
    public static Task PutOffAsync(DatabaseSession session, UndecidedStory story) => session.ExecuteAsync(
        """
        insert into undecided_stories (channel, story_id, is_new)
        values (@Channel, @StoryId, @IsNew)
        on conflict (channel, story_id) do nothing
        """,
        story);

    /// <summary>Removes a story that was decided, unless it has changed since it was read.</summary>
    public static Task SettleAsync(DatabaseSession session, UndecidedStory story) => session.ExecuteAsync(
        """
        delete from undecided_stories
        where channel = @Channel
          and story_id = @StoryId
          and revision = @Revision
        """,
        story);

    public static Task ForgetAsync(DatabaseSession session, string channel) => session.ExecuteAsync(
        """
        delete from undecided_stories
        where channel = @channel
        """,
        new { channel });
}

/// <summary>A story to be decided for one channel, or for all of them.</summary>
sealed record UndecidedStory
{
    /// <summary>Empty for all channels.</summary>
    public required string Channel { get; init; }

    public required long StoryId { get; init; }

    public bool IsForAll => Channel.Length == 0;

    /// <summary>Whether readers see the story for the first time.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Counts the changes since it was first noted.</summary>
    public int Revision { get; init; } = 1;

    public bool IsFor(string channel) => IsForAll || Channel == channel;
}
