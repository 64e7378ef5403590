using News;
using News.Storage;

namespace Bot.Posting;

/// <summary>
/// Publishes cards of announcement channels to all that follow them. Discord allows ten an hour: the story that most outlets have
/// goes first, and what has not had its turn after some hours stays unpublished.
/// </summary>
sealed class PublicationDrafts(RecentPosts posts, StoryStore stories, TimeProvider clock) : IDrafts
{
    public const int PerHour = 10;

    static readonly TimeSpan WorthPublishing = TimeSpan.FromHours(6);

    public DeliveryKind Kind => DeliveryKind.Publication;

    public async Task<Draft> DraftAsync(Delivery delivery, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - delivery.CreatedAt > WorthPublishing)
            return new Draft.LeaveUnpublished($"It stays unpublished: Discord lets {PerHour} an hour be published, and others were more important.");
        var published = await posts.SentSinceAsync(delivery.Channel, DeliveryKind.Publication, now.AddHours(-1), ct);
        if (published.Count >= PerHour)
            return new Draft.Hold(published.Order().ElementAt(published.Count - PerHour).AddHours(1), $"{PerHour} were published within the hour, which is all that Discord allows.");

        var waiting = await posts.WaitingPublicationsAsync(delivery.Channel, ct);
        var mine = waiting.FirstOrDefault(one => one.Id == delivery.Id);
        if (mine is null)
            return new Draft.Skip("The card is not there any more.");
        var importance = await ImportanceAsync(mine.StoryId, ct);
        var before = 0;
        foreach (var other in waiting.Where(other => other.Id != delivery.Id))
        {
            if ((await ImportanceAsync(other.StoryId, ct)).CompareTo(importance) > 0)
                before++;
        }

        return before >= PerHour - published.Count
            ? new Draft.Hold(now.AddMinutes(1), "More important ones are published first.")
            : new Draft.Publish(new(mine.Message, Place: null, Said: null, now));
    }

    public Task<Mark?> MarkAsync(Delivery delivery, CancellationToken ct) => Task.FromResult<Mark?>(null);

    async Task<(int Outlets, int Heat)> ImportanceAsync(long story, CancellationToken ct) =>
        await stories.StoryAsync(story, ct) is { } there ? (there.Coverage.Outlets, there.Heat ?? -1) : (0, -1);
}
