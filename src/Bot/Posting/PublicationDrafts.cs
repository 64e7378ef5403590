using Desk.Archive;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>
/// Publishes cards of announcement channels to all that follow them. Discord allows ten an hour: the story that most outlets have
/// goes first, and what has not had its turn after some hours stays unpublished.
/// </summary>
sealed class PublicationDrafts(RecentPosts posts, StoryStore stories, ClockJumps jumps, TimeProvider clock) : IDeliveryHandler
{
    public const int PerHour = 10;

    static readonly TimeSpan WorthPublishing = TimeSpan.FromHours(6);

    public DeliveryKind Kind => DeliveryKind.Publication;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - jumps.Corrected(delivery.CreatedAt) > WorthPublishing)
            return new Draft.LeaveUnpublished($"Not published: Discord allows {PerHour} an hour, and other stories were more important.");
        var published = await posts.SentSinceAsync(delivery.Channel, DeliveryKind.Publication, now.AddHours(-1), ct);
        if (published.Count >= PerHour)
        {
            var next = published.Order().ElementAt(published.Count - PerHour).AddHours(1);
            return new Draft.Hold(next, $"Discord allows {PerHour} published messages an hour.");
        }


        var waiting = await posts.WaitingPublicationsAsync(delivery.Channel, ct);
        var mine = waiting.FirstOrDefault(one => one.Id == delivery.Id);
        if (mine is null)
            return new Draft.Skip("Its card is gone.");
        var importance = await ImportanceAsync(mine.StoryId, ct);
        var before = 0;
        foreach (var other in waiting.Where(other => other.Id != delivery.Id))
        {
            if ((await ImportanceAsync(other.StoryId, ct)).CompareTo(importance) > 0)
                before++;
        }

        return before >= PerHour - published.Count
            ? new Draft.Hold(now.AddMinutes(1), "More important stories are published first.")
            : new Draft.Publish(new(mine.Message, Place: null, ContentHash: null, now));
    }

    public Task<MessageMatcher?> MatcherAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<MessageMatcher?>(null);

    async Task<(int Outlets, int Heat)> ImportanceAsync(long story, CancellationToken ct) =>
        await stories.StoryAsync(story, ct) is { } there ? (there.Coverage.Outlets, there.Heat ?? -1) : (0, -1);
}
