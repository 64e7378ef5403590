using System.Globalization;
using Dapper;
using Desk.Channels;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

/// <summary>A desk with channels of every kind, to which anything may happen. What it sends is a list that can be compared.</summary>
sealed class AnyDesk : IDisposable
{
    public const int Files = 6;
    public const int Write = 0, Break = 1, TouchAll = 2, WaitLong = 3, Grow = 7, Follow = 12;
    public const int Actions = 14;

    static readonly string[] Channels = ["news", "announcements", "forum", "digests", "limited", "member", "mods"];

    readonly List<string> sent = [];
    readonly AlertStore alerts;
    readonly DigestStore digests;
    readonly FollowStore follows;
    readonly PauseStore pauses;
    int writes;

    AnyDesk()
    {
        alerts = new(Desk.Database, Desk.Clock);
        digests = new(Desk.Database, Desk.Clock);
        follows = new(Desk.Database, Desk.Clock);
        pauses = new(Desk.Database, Desk.Clock);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TestDesk Desk { get; } = new();

    /// <summary>Every message, edit, and deletion so far: where, what, and which message it was before.</summary>
    public IReadOnlyList<string> Sent => sent;

    public static async Task<AnyDesk> OpenAsync()
    {
        var desk = new AnyDesk();
        await desk.alerts.TellAsync("guild", "mods", Ct);
        desk.Desk.Write("first.md", "First");
        await desk.Desk.ImportAsync();
        foreach (var (channel, destination) in ((string, Destination)[])
            [
                ("news", Destination.Text), ("announcements", Destination.Announcement), ("forum", Destination.Forum),
                ("digests", Destination.Text), ("limited", Destination.Text),
            ])
            await desk.AddAsync(channel, destination);
        return desk;
    }

    Task<int> AddAsync(string channel, Destination destination) => Desk.Channels.SaveAsync(
        new()
        {
            Channel = channel,
            Guild = "guild",
            Latest = 1,
            Destination = destination,
            Rules = new() { FloodLimit = channel == "limited" ? 1 : 0, Thread = channel == "news" },
        },
        by: "7",
        Ct);

    /// <summary>Something happens to a file or to a channel; then the folder is read, and all that is due is sent.</summary>
    public async Task ActAsync(int action, int file)
    {
        var path = $"{file}.md";
        switch (action)
        {
            case Write:
                WriteArticle(path, "");
                break;
            case Break:
                Desk.WriteRaw(path, "---\ntitle: Boat\npublishedDateTime: tomorow\n---\n");
                break;
            case TouchAll:
                foreach (var one in Directory.EnumerateFiles(Desk.ContentFolder, "*.md"))
                    File.SetLastWriteTimeUtc(one, Desk.Clock.GetUtcNow().AddSeconds(1).UtcDateTime);
                break;
            case WaitLong:
                Desk.Clock.Advance(TimeSpan.FromDays(150));
                break;
            case 4:
                Desk.Clock.Advance(TimeSpan.FromDays(20));
                break;
            case 5:
                Desk.Delete(path);
                break;
            case 6:
                WriteArticle(path, "published: false");
                break;
            case Grow:
                WriteArticle($"{file}-{writes}.md", $"related: [{{title: Other, webUrl: https://gazette.example/{path}}}]");
                break;
            case 8:
                await Desk.Channels.BackfillAsync((await Desk.Subscriptions.OfChannelAsync("news", Ct))!, file, by: "7", Ct);
                break;
            case 9:
                await Desk.Channels.RemoveAsync("digests", by: "7", Ct);
                await AddAsync("digests", Destination.Text);
                break;
            case 10:
                await pauses.PauseAsync("forum", "", by: "7", Ct);
                break;
            case 11:
                await pauses.ResumeAsync("forum", withMissed: true, by: "7", Ct);
                break;
            case Follow:
                if (await Desk.AtPathAsync(path) is not null)
                    await FollowAsync(path);
                break;
            case 13:
                await Desk.ImportAsync();
                Desk.Clock.Advance(TimeSpan.FromHours(2));
                break;
        }

        var report = await Desk.ImportAsync();
        await alerts.NoteAsync(report.Problems, Ct);
        // Twice: what was sent brings what follows, and a digest is due on the next day.
        await SendDueAsync();
        Desk.Clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();
    }

    public Task<int> ForgetAsync(int days) => new OldRecords(Desk.Database).DeleteAsync(Desk.Clock.GetUtcNow().AddDays(-days), Ct);

    /// <summary>All that is known of stories in channels.</summary>
    public Task<IReadOnlyList<string>> StoriesAsync() => ListAsync(
        """
        select channel || ' ' || subject_id || ' ' || id || ' ' || state || ' ' || coalesce(message, '') || ' ' || edition
        from deliveries
        where kind in ('story', 'thread', 'status')
        order by id
        """);

    /// <summary>How many deliveries there are of each kind.</summary>
    public Task<IReadOnlyList<string>> CountsAsync() =>
        ListAsync("select kind || ' ' || count(*) from deliveries group by kind order by kind");

    public void Dispose() => Desk.Dispose();

    void WriteArticle(string path, string fields)
    {
        var now = Desk.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Desk.Write(path, $"Title {path} {writes++}", now, $"{fields}\nprovider: {{name: Outlet {writes}, domain: o{writes}.example}}");
    }

    async Task FollowAsync(string path)
    {
        var id = await Desk.Database.ReadAsync(
            session => session.QuerySingleAsync<long>("select coalesce(story_id, id) from articles where path = @path", new { path }), Ct);
        await follows.FollowStoryAsync("member", id, "en", Ct);
    }

    async Task SendDueAsync()
    {
        foreach (var channel in Channels)
        {
            while (await Desk.Deliveries.ClaimAsync(channel, Ct) is { } delivery)
                await SendAsync(delivery);
        }
    }

    async Task SendAsync(Delivery delivery)
    {
        var (now, story) = (Desk.Clock.GetUtcNow(), await Desk.Stories.StoryAsync(delivery.SubjectId, Ct));
        var subscription = await Desk.Subscriptions.OfChannelAsync(delivery.Channel, Ct);
        if (subscription?.Paused is not null)
        {
            await Desk.Deliveries.HoldAsync(delivery, DateTimeOffset.MaxValue, "paused", Ct);
            return;
        }

        if (delivery is { Channel: "digests", Kind: DeliveryKind.Story, Posted: null } && story is not null)
        {
            await digests.HoldAsync(delivery, new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero), "digest", Ct);
            return;
        }

        sent.Add($"{now:u} {delivery.Channel} {delivery.Kind} {delivery.SubjectId} after {delivery.Posted?.Id} {story?.Lead.Title}");
        if (delivery.Kind is DeliveryKind.Story && story is null)
        {
            await new WithdrawalStore(Desk.Database).RecordAsync(delivery, "withdrawn", Ct);
            return;
        }

        if (delivery.Kind is DeliveryKind.Digest)
        {
            var held = await digests.HeldAsync(delivery, Ct);
            await digests.ChooseAsync(delivery, [.. held.Select(one => one.DeliveryId)], [], [], now, Ct);
        }

        var place = delivery.Destination is Destination.Forum ? $"{sent.Count}" : null;
        var message = delivery.Posted ?? new($"{sent.Count}", place, ContentHash: null, now);
        await Desk.Deliveries.SentAsync(delivery, message, Ct);
    }

    Task<IReadOnlyList<string>> ListAsync(string sql) => Desk.Database.ReadAsync<IReadOnlyList<string>>(
        async session => [.. await session.QueryAsync<string>(sql)], Ct);
}
