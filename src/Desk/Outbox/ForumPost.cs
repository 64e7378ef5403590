using Articles.Stories;

namespace Desk.Outbox;

/// <summary>A story's post in a forum.</summary>
/// <param name="Place">Its address.</param>
/// <param name="PostedAt">In UTC.</param>
/// <param name="PublishedAt">When the newest article of its story was published, in UTC; null if readers can see none.</param>
/// <param name="CoveredAt">When new coverage last came, in UTC; null if none did.</param>
public sealed record ForumPost(string Place, DateTimeOffset PostedAt, DateTimeOffset? PublishedAt, DateTimeOffset? CoveredAt)
{
    /// <summary>How long after its last news a story is settled.</summary>
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromHours(12);

    /// <remarks>The news of an old story is old, whenever it is posted. A time after that of the post is not trusted.</remarks>
    public DateTimeOffset SettlesAt
    {
        get
        {
            var news = PublishedAt < PostedAt ? PublishedAt.Value : PostedAt;
            return (CoveredAt > news ? CoveredAt.Value : news) + SettlesAfter;
        }
    }

    /// <summary>When a story that is about to be posted settles, or has settled.</summary>
    public static DateTimeOffset SettlesAtOf(Story story, DateTimeOffset now)
    {
        var newest = story.Articles.Max(article => article.PublishedAt);
        return (newest < now ? newest : story.FirstSeenAt) + SettlesAfter;
    }
}
