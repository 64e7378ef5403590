using Desk.Channels;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

public class PublicationStoreTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_cards_have_what_is_known_of_their_stories()
    {
        using var desk = await WithCardsAsync(("a", "quality: 70\nheat: 12\nrelated:\n" + Related), ("b", ""));
        var first = (await desk.Deliveries.ClaimAsync("hub", Ct))!;

        var known = await new PublicationStore(desk.Database, desk.Clock).OfChannelAsync(first, Ct);

        Assert.Equal(DeliveryKind.Publication, first.Kind);
        Assert.Empty(known.Published);
        Assert.Equal([(2, 12, 70, false), (1, null, null, false)],
            known.Waiting.OrderBy(one => one.Id).Select(one => (one.Rank.Outlets, one.Rank.Heat, one.Rank.Quality, one.IsInDoubt)));
    }

    [Fact]
    public async Task What_was_published_is_known_to_the_next_process()
    {
        using var desk = await WithCardsAsync([.. Enumerable.Range(0, 12).Select(i => ($"s{i}", ""))]);
        var publishedAt = new List<DateTimeOffset>();
        for (var i = 0; i < 11; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            var delivery = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
            publishedAt.Add(desk.Clock.GetUtcNow());
            await desk.Deliveries.SentAsync(delivery, new("1", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);
        }

        var next = new DeliveryStore(desk.Database, desk.Clock, new(desk.Database, new(desk.Database, desk.Clock)));
        var claimed = (await next.ClaimAsync("hub", Ct))!;
        var known = await new PublicationStore(desk.Database, desk.Clock).OfChannelAsync(claimed, Ct);

        Assert.Equal(publishedAt.Skip(1), known.Published.Order());
        Assert.Equal([claimed.Id], known.Waiting.Select(one => one.Id));
    }

    [Fact]
    public async Task An_attempt_that_a_crash_left_is_in_doubt_for_the_others()
    {
        using var desk = await WithCardsAsync(("a", ""), ("b", ""));
        var crashed = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
        await desk.Deliveries.ReclaimAsync(Ct);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var publications = new PublicationStore(desk.Database, desk.Clock);

        var again = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
        var other = (await desk.Deliveries.ClaimAsync("hub", Ct))!;

        Assert.Equal([(crashed.Id, true), (other.Id, false)],
            [.. from one in (await publications.OfChannelAsync(other, Ct)).Waiting orderby one.Id select (one.Id, one.IsInDoubt)]);
        Assert.Equal((crashed.Id, 2), (again.Id, again.Attempt));
    }

    [Fact]
    public async Task Cards_that_a_limit_holds_are_called_and_no_others()
    {
        using var desk = await WithCardsAsync(("a", ""), ("b", ""));
        var publications = new PublicationStore(desk.Database, desk.Clock);
        var held = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
        await desk.Deliveries.HoldAsync(held, desk.Clock.GetUtcNow().AddHours(1), "The limit.", Ct);
        var refused = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
        await desk.Deliveries.RetryAsync(refused, desk.Clock.GetUtcNow().AddHours(1), "503", Ct);
        Assert.Null(await desk.Deliveries.ClaimAsync("hub", Ct));

        await publications.CallAsync([held.Id, refused.Id], Ct);

        Assert.Equal(held.Id, (await desk.Deliveries.ClaimAsync("hub", Ct))?.Id);
        Assert.Null(await desk.Deliveries.ClaimAsync("hub", Ct));
    }

    [Fact]
    public async Task The_publication_of_a_card_says_why_and_until_when_it_waits()
    {
        using var desk = await WithCardsAsync(("a", ""));
        var publication = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
        var until = desk.Clock.GetUtcNow().AddMinutes(20);
        await desk.Deliveries.HoldAsync(publication, until, "The limit.", Ct);

        var record = await new PublicationStore(desk.Database, desk.Clock).OfCardAsync(publication.SubjectId, Ct);

        Assert.Equal((publication.Id, DeliveryState.Held, until, "The limit."),
            (record!.Id, record.State, record.HeldUntil, record.Reason));
        Assert.Null(await new PublicationStore(desk.Database, desk.Clock).OfCardAsync(publication.Id, Ct));
    }

    /// <summary>Stories whose cards are posted and not published yet, in the order in which they are due.</summary>
    static async Task<TestDesk> WithCardsAsync(params IReadOnlyList<(string Name, string Fields)> stories)
    {
        var desk = new TestDesk();
        desk.Write("old.md", "Old");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(
            new() { Channel = "hub", Latest = 0, Destination = Destination.Announcement }, by: null, Ct);
        foreach (var (name, fields) in stories)
            desk.Write($"{name}.md", $"Story {name}", "2026-11-24T11:00Z", fields);
        await desk.ImportAsync();
        for (var i = 0; i < stories.Count; i++)
        {
            var card = (await desk.Deliveries.ClaimAsync("hub", Ct))!;
            Assert.Equal(DeliveryKind.Story, card.Kind);
            await desk.Deliveries.SentAsync(card, new($"{i}", Place: null, ContentHash: null, desk.Clock.GetUtcNow()), Ct);
        }

        return desk;
    }

    const string Related = """
          - title: Elsewhere
            webUrl: https://post.example/1
            provider: {name: Post, domain: post.example}
        """;
}
