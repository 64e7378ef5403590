using Desk.Outbox;

namespace Desk.Tests.Outbox;

public class PublicationTurnsTests
{
    static readonly TimeSpan WorthIt = TimeSpan.FromHours(6);

    static DateTimeOffset Now { get; } = DateTimeOffset.Parse("2026-11-24T12:00:00Z");

    [Fact]
    public void Ten_of_an_hour_are_published_at_once_and_the_others_when_those_are_an_hour_old()
    {
        var waiting = Enumerable.Range(1, 12).Select(outlets => Card(outlets, outlets)).ToList();

        Assert.All(waiting.Skip(2), one => Assert.IsType<PublicationTurn.Now>(Turn(one.Id, waiting)));
        Assert.Equal([new PublicationTurn.Later(Now.AddHours(1), 1), new PublicationTurn.Later(Now.AddHours(1), 0)],
            waiting.Take(2).Select(one => Assert.IsType<PublicationTurn.Later>(Turn(one.Id, waiting)) with { Next = [] }), Same);
    }

    [Fact]
    public void Each_card_waits_for_the_opening_that_those_before_it_leave()
    {
        var published = Enumerable.Range(0, 10).Select(i => Now.AddMinutes(-55 + (5 * i))).ToList();
        var waiting = Enumerable.Range(1, 12).Select(id => Card(id, outlets: 20 - (int)id)).ToList();

        var turns = waiting.Select(one => Assert.IsType<PublicationTurn.Later>(Turn(one.Id, waiting, published))).ToList();

        Assert.Equal(Enumerable.Range(0, 12), turns.Select(turn => turn.Before));
        Assert.Equal([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 65, 70], turns.Select(turn => (turn.At - Now).TotalMinutes));
    }

    [Fact]
    public void Outlets_come_before_popularity_and_that_before_quality_and_that_before_age()
    {
        WaitingPublication[] byImportance =
        [
            Card(8, outlets: 1) with { Rank = new() { IsOrdered = true, Outlets = 1, PublishedAt = Now.AddDays(-1) } },
            Card(3, outlets: 4),
            Card(5, outlets: 3, heat: 90, quality: 10),
            Card(1, outlets: 3, heat: 80, quality: 99),
            Card(7, outlets: 3, heat: 80, quality: 50),
            Card(2, outlets: 3, quality: 80, minutesOld: 5),
            Card(6, outlets: 3, quality: 80, minutesOld: 20),
            Card(4, outlets: 3, minutesOld: 1),
        ];
        var full = Enumerable.Repeat(Now.AddMinutes(-1), 10).ToList();

        Assert.Equal(Enumerable.Range(0, 8),
            byImportance.Select(one => Assert.IsType<PublicationTurn.Later>(Turn(one.Id, byImportance, full)).Before));
    }

    [Fact]
    public void More_important_card_that_waits_for_later_is_called_when_there_is_room()
    {
        var risen = Card(2, outlets: 9) with { HeldUntil = Now.AddMinutes(40) };
        WaitingPublication[] waiting = [Card(1, outlets: 3), risen];
        var nine = Enumerable.Repeat(Now.AddMinutes(-30), 9).ToList();

        var turn = Assert.IsType<PublicationTurn.Later>(Turn(1, waiting, nine));

        Assert.Equal([2], turn.Next);
        Assert.Equal((Now.AddMinutes(30), 0), (turn.At, turn.Before));
        Assert.IsType<PublicationTurn.Now>(Turn(2, waiting, nine));
    }

    [Fact]
    public void Card_that_may_have_been_published_counts_and_is_asked_for_again_itself()
    {
        WaitingPublication[] waiting = [Card(1, outlets: 1) with { IsInDoubt = true }, Card(2, outlets: 9)];
        var nine = Enumerable.Repeat(Now.AddMinutes(-30), 9).ToList();

        Assert.Equal(Now.AddMinutes(30), Assert.IsType<PublicationTurn.Later>(Turn(2, waiting, nine)).At);
        Assert.IsType<PublicationTurn.Now>(Turn(1, waiting, nine));
    }

    [Fact]
    public void Card_that_waited_too_long_is_no_news_and_takes_nobodys_turn()
    {
        var old = Card(1, outlets: 9) with { CreatedAt = Now - WorthIt - TimeSpan.FromSeconds(1) };
        WaitingPublication[] waiting = [old, Card(2, outlets: 1)];
        var nine = Enumerable.Repeat(Now.AddMinutes(-30), 9).ToList();

        Assert.Equal("6 hours", Assert.IsType<PublicationTurn.TooLate>(Turn(1, waiting, nine)).After);
        Assert.IsType<PublicationTurn.Now>(Turn(2, waiting, nine));
        Assert.IsType<PublicationTurn.Gone>(Turn(3, waiting, nine));
    }

    [Fact]
    public void However_cards_come_no_hour_has_more_than_ten_and_no_more_important_one_is_passed_over()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (waiting, published, id) = (new List<WaitingPublication>(), new List<DateTimeOffset>(), 0L);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var now = Now.AddMinutes(minute);
            for (var i = random.Next(8) == 0 ? random.Next(6) : 0; i > 0; i--)
                waiting.Add(Card(++id, random.Next(1, 9)) with { CreatedAt = now });
            // As a sender does: whatever is due, until nothing is.
            while (waiting.FirstOrDefault(one => one.HeldUntil is null || one.HeldUntil <= now) is { } due)
            {
                waiting.Remove(due);
                var turn = PublicationTurns.Of(due.Id, new([due with { HeldUntil = null }, .. waiting], published), WorthIt, now);
                waiting = [.. waiting.Select(one => turn.Next.Contains(one.Id) ? one with { HeldUntil = null } : one)];
                if (turn is PublicationTurn.Later later)
                    waiting.Add(due with { HeldUntil = later.At });
                if (turn is not PublicationTurn.Now)
                    continue;
                Assert.DoesNotContain(waiting, one => one.Rank.Outlets > due.Rank.Outlets && one.HeldUntil > now
                    && now - one.CreatedAt <= WorthIt && published.Count(at => at > now.AddHours(-1)) >= 9);
                published.Add(now);
                Assert.True(published.Count(at => at > now.AddHours(-1)) <= 10, $"Seed {seed}");
            }

            var isRoom = published.Count(at => at > now.AddHours(-1)) < 10;
            Assert.False(isRoom && waiting.Any(one => now - one.CreatedAt <= WorthIt), $"Seed {seed}: one waits for nothing at {now}.");
        }
    }

    static PublicationTurn Turn(
        long id, IReadOnlyList<WaitingPublication> waiting, IReadOnlyList<DateTimeOffset>? published = null) =>
        PublicationTurns.Of(id, new(waiting, published ?? []), WorthIt, Now);

    static bool Same(PublicationTurn.Later one, PublicationTurn.Later other) => (one.At, one.Before) == (other.At, other.Before);

    static WaitingPublication Card(long id, int outlets, int? heat = null, int? quality = null, int minutesOld = 10) => new()
    {
        Id = id,
        Message = $"{id}",
        CreatedAt = Now.AddMinutes(-5),
        Rank = new() { Outlets = outlets, Heat = heat, Quality = quality, PublishedAt = Now.AddMinutes(-minutesOld) },
    };
}
