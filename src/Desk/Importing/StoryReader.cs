using Articles;
using Articles.Stories;
using Desk.Database;

namespace Desk.Importing;

/// <summary>The queries of story grouping, within its transaction.</summary>
sealed class StoryReader(DatabaseSession session) : IDisposable
{
    const string MemberColumns = "id, coalesce(story_id, id), published_at, quality, listed_at is null";

    const int MostHeld = 1024;

    readonly Dictionary<long, StoryClues> clues = [];

    readonly PreparedStatement changed = session.Prepare(
        """
        select c.article_id, coalesce(a.story_id, a.id), c.was_visible, a.published = 1 and a.removed_at is null, c.is_edited, c.is_grown
        from story_changes c
        join articles a on a.id = c.article_id
        """);

    readonly PreparedStatement neverListed = session.Prepare(
        """
        select id
        from articles
        where listed_at is null
          and published = 1
          and removed_at is null
        """);

    readonly PreparedStatement member = session.Prepare($"select {MemberColumns} from listed_articles where id = @id");

    readonly PreparedStatement members = session.Prepare(
        $"""
        select {MemberColumns} from listed_articles where story_id = @story
        union all
        select {MemberColumns} from listed_articles where id = @story and story_id is null
        """);

    readonly PreparedStatement allMembers = session.Prepare($"select {MemberColumns} from listed_articles");

    readonly PreparedStatement withKey = session.Prepare("select article_id from story_keys where key = @key");

    readonly PreparedStatement sharedKeys = session.Prepare(
        """
        select k.key, k.article_id
        from (select key from story_keys group by key having count(*) > 1) s
        cross join story_keys k on k.key = s.key
        """);

    readonly PreparedStatement article = session.Prepare(
        """
        select path, title, excerpt, published_at, provider_name, provider_domain,
               web_url, original_url, amp_web_url, cdn_amp_web_url
        from articles
        where id = @id
        """);

    readonly PreparedStatement related = session.Prepare(
        """
        select link, amp_web_url, cdn_amp_web_url
        from related_articles
        where article_id = @id
        order by position
        """);

    readonly PreparedStatement place = session.Prepare("update articles set story_id = @story, story_reason = @reason where id = @id");

    readonly PreparedStatement moveFounder = session.Prepare(
        """
        update articles
        set story_id = @into
        where id = @story
          and story_id is null
          and id <> @into
          and (published = 0 or removed_at is not null)
        """);

    readonly PreparedStatement move = session.Prepare(
        """
        update articles
        set story_id = nullif(@into, id)
        where story_id = @story
          and (published = 0 or removed_at is not null)
        """);

    public List<ChangedArticle> Changed() =>
        changed.Rows(row => new ChangedArticle(row.Number(0), row.Number(1), row.Flag(2), row.Flag(3), row.Flag(4), row.Flag(5)));

    public List<long> NeverListed() => neverListed.Rows(row => row.Number(0));

    /// <summary>Null if readers can't see it.</summary>
    public StoryMember? Member(long id, Dictionary<long, bool> wasVisible) =>
        member.Rows(row => Read(row, wasVisible), ("@id", id)) is [var found] ? found : null;

    public List<StoryMember> MembersOf(long story, Dictionary<long, bool> wasVisible) =>
        members.Rows(row => Read(row, wasVisible), ("@story", story));

    public List<StoryMember> AllMembers(Dictionary<long, bool> wasVisible) => allMembers.Rows(row => Read(row, wasVisible));

    public List<long> WithKey(long key) => withKey.Rows(row => row.Number(0), ("@key", key));

    /// <summary>The keys that several articles share, in order.</summary>
    public List<(long Key, long Id)> SharedKeys() => sharedKeys.Rows(row => (row.Number(0), row.Number(1)));

    public StoryClues Clues(long id)
    {
        if (clues.TryGetValue(id, out var known))
            return known;
        if (clues.Count >= MostHeld)
            clues.Clear();
        var read = article.Rows(Read, ("@id", id))[0];
        clues[id] = known = StoryClues.Of(read with { Id = id, Related = related.Rows(ReadRelated, ("@id", id)) });
        return known;
    }

    public void Place(long id, long story, string? reason) =>
        place.Run(("@id", id), ("@story", story == id ? null : story), ("@reason", reason));

    /// <summary>Moves the articles that readers can't see.</summary>
    public void Move(long story, long into)
    {
        move.Run(("@story", story), ("@into", into));
        moveFounder.Run(("@story", story), ("@into", into));
    }

    public void Dispose()
    {
        PreparedStatement[] all =
            [changed, neverListed, member, members, allMembers, withKey, sharedKeys, article, related, place, moveFounder, move];
        foreach (var statement in all)
            statement.Dispose();
    }

    static StoryMember Read(PreparedRow row, Dictionary<long, bool> wasVisible)
    {
        var (id, isFirst) = (row.Number(0), row.Flag(4));
        return new(id, row.Number(1), row.Time(2), row.NumberOrNull(3), !isFirst && wasVisible.GetValueOrDefault(id, true), isFirst);
    }

    static Article Read(PreparedRow row) => new()
    {
        Path = row.Text(0),
        Title = row.Text(1),
        Excerpt = row.Text(2),
        PublishedAt = row.Time(3),
        Provider = new(row.Text(4), row.Text(5)),
        WebUrl = row.LinkOrNull(6),
        OriginalUrl = row.LinkOrNull(7),
        AmpWebUrl = row.LinkOrNull(8),
        CdnAmpWebUrl = row.LinkOrNull(9),
    };

    static RelatedArticle ReadRelated(PreparedRow row) =>
        new() { Title = "", Link = row.LinkOrNull(0), AmpWebUrl = row.LinkOrNull(1), CdnAmpWebUrl = row.LinkOrNull(2) };
}
