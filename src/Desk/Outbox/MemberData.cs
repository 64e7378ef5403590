using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>Everything that is stored about a member.</summary>
public sealed record MemberData
{
    /// <summary>How many topics the member follows.</summary>
    public required int Topics { get; init; }

    /// <summary>How many stories the member follows.</summary>
    public required int Stories { get; init; }

    /// <summary>When the member last asked what is new; null for never.</summary>
    public DateTimeOffset? CaughtUpAt { get; init; }

    /// <summary>Private messages that were sent, or will be.</summary>
    public required int Messages { get; init; }

    /// <summary>What the member changed in channels, in all servers.</summary>
    public required int Changes { get; init; }

    /// <summary>Whether there is something that <see cref="MemberDataStore.DeleteAsync"/> deletes.</summary>
    public bool HasOwn => Topics > 0 || Stories > 0 || CaughtUpAt is not null || Messages > 0;
}

/// <summary>Tells members what is stored about them, and deletes it.</summary>
public sealed class MemberDataStore(DeskDatabase database, TimeProvider clock)
{
    public Task<MemberData> OfAsync(string member, CancellationToken ct) => database.ReadAsync(
        async session =>
        {
            var counted = await session.QuerySingleAsync<MemberData>(
                $"""
                select 0 as topics,
                       (select count(*) from story_followers where channel = @channel) as stories,
                       (select at from catch_ups where member = @channel) as caught_up_at,
                       (select count(*) from {DeliveryWriter.OfChannel} messages) as messages,
                       (select count(*) from subscription_changes where by = @channel and channel <> @channel) as changes
                """,
                new { channel = member });
            var followed = (await SubscriptionRows.ReadAsync(session, channel: member)).SingleOrDefault();
            return counted with { Topics = followed?.Rules.Topics.Count ?? 0 };
        },
        ct);

    /// <summary>
    /// Deletes what the member follows, what was and will be sent about it, and when the member last asked what is new. What is being
    /// sent right now stays, so that it isn't sent twice.
    /// </summary>
    public Task DeleteAsync(string member, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await SubscriptionWriter.RemoveAsync(session, member, member, clock.GetUtcNow());
            await session.ExecuteAsync(
                $"delete from deliveries where id in {DeliveryWriter.OfChannel} and state <> 'sending'",
                new { channel = member });
            foreach (var statement in (string[])
                [
                    "delete from story_followers where channel = @member",
                    "delete from coverage_news where channel = @member",
                    "delete from digests where channel = @member",
                    "delete from found_messages where channel = @member",
                    "delete from searched_channels where channel = @member",
                    "delete from catch_ups where member = @member",
                    "delete from subscription_changes where channel = @member",
                ])
            {
                await session.ExecuteAsync(statement, new { member });
            }
        },
        ct);

    /// <summary>What the member changed in channels stays in their logs, as done by somebody: an empty name.</summary>
    public Task AnonymizeAsync(string member, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "update subscription_changes set by = '' where by = @member and channel <> @member",
                new { member });
            await session.ExecuteAsync(
                "update subscriptions set chosen_by = null where chosen_by = @member and channel <> @member",
                new { member });
            await session.ExecuteAsync("update floods set ended_by = null where ended_by = @member", new { member });
            await Subscribers.ChangedAsync(session);
        },
        ct);
}
