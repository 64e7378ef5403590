namespace News;

/// <summary>A story's post in a forum.</summary>
/// <param name="Place">Its address.</param>
/// <param name="LastNewsAt">When it was made, or new coverage came since, in UTC.</param>
public sealed record ForumPost(string Place, DateTimeOffset LastNewsAt)
{
    /// <summary>How long after its last news a story is settled.</summary>
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromHours(12);

    public DateTimeOffset SettlesAt => LastNewsAt + SettlesAfter;
}
