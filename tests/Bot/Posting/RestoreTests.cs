using System.Text.Json;
using Bot.Posting;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Posting;

/// <summary>A database that was restored from a backup: nothing is lost, doubled or overwritten.</summary>
[Trait("Engine", "SQLite")]
public class RestoreTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_sent_after_the_backup_are_found_and_not_sent_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(clock: clock);
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "After 1", "After 2");

        await desk.RestoreAsync();
        await TellAsync(desk, "Later");

        Assert.Equal(["Before", "After 1", "After 2", "Later"], await desk.PostsAsync("news"));
        clock.Advance(TimeSpan.FromMinutes(5));
        await CorrectAsync(desk, "After 1");
        Assert.Equal(["Before", "After 1", "After 2", "Later"], await desk.PostsAsync("news"));
        Assert.Contains("Corrected.", (await desk.MessagesAsync("news"))[1].ToString());
    }

    [Fact]
    public async Task Story_with_the_id_of_another_one_does_not_take_its_card()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "Lost");
        File.Delete(Path.Combine(desk.ContentFolder, "Lost.md"));

        await desk.RestoreAsync();
        await TellAsync(desk, "New");
        await CorrectAsync(desk, "New");

        Assert.Equal(["Before", "Lost", "New"], await desk.PostsAsync("news"));
        Assert.DoesNotContain("Corrected.", (await desk.MessagesAsync("news"))[1].ToString());
    }

    [Fact]
    public async Task Button_of_a_card_from_before_the_restore_opens_its_own_story_or_none()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "Lost", "Kept");
        var cards = await desk.MessagesAsync("news");
        File.Delete(Path.Combine(desk.ContentFolder, "Lost.md"));

        await desk.RestoreAsync();
        await TellAsync(desk, "New");
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        Assert.Contains("You now follow this story", (await desk.PressAsync(cards[0], 1)).ToString());
        Assert.Contains("This story no longer exists", (await desk.PressAsync(cards[1], 1)).ToString());
        Assert.Contains("You now follow this story", (await desk.PressAsync(cards[2], 1)).ToString());
        var followed = await desk.Get<FollowStore>().StoriesAsync(Seed.MemberId, take: 5, Ct);
        Assert.Equal(["Before", "Kept"], followed.Select(story => story.Title).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forum_posts_sent_after_the_backup_are_found_even_if_archived(bool isArchived)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(Destination.Forum, clock: clock);
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "After 1", "After 2");
        if (isArchived)
            clock.Advance(TimeSpan.FromDays(5));

        await desk.RestoreAsync();
        await TellAsync(desk, "Later");

        Assert.Equal(["After 1", "After 2", "Before", "Later"], await ForumPostsAsync(desk));
    }

    [Fact]
    public async Task Digest_brings_only_what_no_digest_brought_before_the_restore()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:10:00Z"));
        await using var desk = await OpenAsync(rules: new() { Mode = PostingMode.Hourly }, clock: clock);
        await TellAsync(desk, "One", "Two");
        desk.BackUp();
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(desk);
        Assert.Equal(["One", "Two"], (await desk.MessagesAsync("news")).SelectMany(Listed).Order());

        await desk.RestoreAsync();
        await TellAsync(desk, "Three");
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(desk);
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(desk);

        Assert.Equal(["One", "Three", "Two"], (await desk.MessagesAsync("news")).SelectMany(Listed).Order());
    }

    [Fact]
    public async Task Story_that_a_digest_brought_is_not_posted_alone_after_a_restore()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:10:00Z"));
        await using var desk = await OpenAsync(rules: new() { Mode = PostingMode.Hourly }, clock: clock);
        desk.BackUp();
        await TellAsync(desk, "One", "Two");
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(desk);

        await desk.RestoreAsync();
        await desk.Get<ChannelAdministration>().ChangeAsync(Seed.NewsChannelId, new(), by: null, Ct);
        await TellAsync(desk, "Three");

        Assert.Equal(["News digest · 2036-11-24 13:10", "Three"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task Stories_with_one_address_keep_their_own_cards()
    {
        await using var desk = await OpenAsync(rules: new() { MaxAge = TimeSpan.FromDays(36_500) });
        await TellAsync(desk, "Before");
        desk.BackUp();
        Write(desk, "z.md", "Ferry sinks in storm", "2026-11-20");
        await desk.ImportAsync();
        await SendAsync(desk);

        Write(desk, "a.md", "Mayor opens garden fair", "2026-05-01");
        await desk.RestoreAsync();
        await desk.ImportAsync();
        await SendAsync(desk);
        Write(desk, "a.md", "Mayor opens garden fair", "2026-05-01", "Corrected.");
        await desk.ImportAsync();
        await SendAsync(desk);

        Assert.Equal(["Before", "Ferry sinks in storm", "Mayor opens garden fair"], await desk.PostsAsync("news"));
    }

    static void Write(DeskOnLocalDiscord desk, string name, string title, string date, string excerpt = "") => File.WriteAllText(
        Path.Combine(desk.ContentFolder, name),
        $"---\ntitle: {title}\nexcerpt: \"{excerpt}\"\npublishedDateTime: {date}\nwebUrl: https://gazette.example/today\n---\n");

    [Theory]
    [InlineData(Destination.Text)]
    [InlineData(Destination.Forum)]
    public async Task Forgotten_card_of_a_story_that_was_merged_meanwhile_says_where_it_goes_on(Destination destination)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(destination, clock: clock);
        desk.Tell("gazette", "Storm cuts power");
        await ImportAndSendAsync(desk);
        desk.BackUp();
        desk.Tell("post", "Ferries stay in port");
        await ImportAndSendAsync(desk);

        desk.Tell("ledger", "A night without light", lists: "gazette", alsoLists: "post");
        await desk.RestoreAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        await ImportAndSendAsync(desk);

        Assert.Equal(["Storm cuts power", "~~Ferries stay in port~~"], (await CardsAsync(desk, destination)).Select(Title));
    }

    [Fact]
    public async Task Forgotten_card_of_a_story_that_the_rules_stop_by_now_is_kept_up_to_date()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(rules: new() { LeastHeat = 10 }, clock: clock);
        desk.BackUp();
        desk.Tell("gazette", "Storm cuts power", fields: "heat: 20");
        await ImportAndSendAsync(desk);

        desk.Tell("gazette", "Storm cuts power", fields: "heat: 5");
        await desk.RestoreAsync();
        await ImportAndSendAsync(desk);
        desk.Tell("post", "Ferries stay in port", fields: "heat: 20");
        await ImportAndSendAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(5));
        desk.Tell("gazette", "Storm cuts power", fields: "heat: 5\nexcerpt: Corrected.");
        await ImportAndSendAsync(desk);

        var cards = await CardsAsync(desk, Destination.Text);
        Assert.Equal(["Storm cuts power", "Ferries stay in port"], cards.Select(Title));
        Assert.Contains("Corrected.", cards[0].ToString());
    }

    [Fact]
    public async Task Forgotten_card_of_a_story_that_is_held_back_by_now_is_struck_through()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));
        await using var desk = await OpenAsync(clock: clock);
        desk.BackUp();
        desk.Tell("gazette", "Storm cuts power");
        await ImportAndSendAsync(desk);

        desk.Tell("gazette", "Storm cuts power", fields: "published: false");
        await desk.RestoreAsync();
        await ImportAndSendAsync(desk);
        desk.Tell("post", "Ferries stay in port");
        await ImportAndSendAsync(desk);

        Assert.Equal(["~~Storm cuts power~~", "Ferries stay in port"], (await CardsAsync(desk, Destination.Text)).Select(Title));
    }

    [Fact]
    public async Task Backup_that_is_copied_over_the_database_of_a_running_bot_stops_it_and_a_restore_posts_nothing_again()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "After 1", "After 2");
        await desk.RestartAsync();
        await TellAsync(desk, "Now");

        File.Copy(desk.BackupFile, desk.DatabaseFile, overwrite: true);
        var replaced = await Assert.ThrowsAsync<DatabaseException>(() => desk.Get<OutboxLease>().CheckAsync(Ct));
        await desk.RestoreAsync();
        await TellAsync(desk, "Later");

        Assert.True(replaced.IsFinal);
        Assert.Contains("was replaced", replaced.Message);
        Assert.Equal(["After 1", "After 2", "Before", "Later", "Now"], (await desk.PostsAsync("news")).Order());
    }

    [Fact]
    public async Task Lost_owner_file_is_a_doubt_and_a_look_settles_it()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "Before");
        desk.BackUp();
        await TellAsync(desk, "After");

        await desk.RestartAsync(() =>
        {
            File.Delete(desk.DatabaseFile + "-wal");
            File.Copy(desk.BackupFile, desk.DatabaseFile, overwrite: true);
            File.Delete(desk.DatabaseFile + "-bot");
        });
        await TellAsync(desk, "Later");

        Assert.Equal(["Before", "After", "Later"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task Deleted_database_posts_nothing_again()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "One", "Two");

        await desk.RestartAsync(() => File.Delete(desk.DatabaseFile));
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(Subscription(), by: null, Ct);
        await TellAsync(desk, "Three");

        Assert.Equal(["One", "Two", "Three"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task Restart_without_a_restore_is_no_doubt()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "One");

        await desk.RestartAsync();
        await TellAsync(desk, "Two");

        Assert.Null(desk.Get<OutboxLease>().Restored);
        Assert.Equal(["One", "Two"], await desk.PostsAsync("news"));
    }

    [Fact]
    public async Task Restored_row_with_another_storys_card_leaves_that_card_alone()
    {
        await using var desk = await OpenAsync();
        await TellAsync(desk, "Mine", "Theirs");
        var theirs = (await desk.MessagesAsync("news"))[1].GetProperty("id").GetString();
        desk.BackUp();
        Run(desk.BackupFile, $"update deliveries set message = '{theirs}'");
        await TellAsync(desk, "After");

        await desk.RestoreAsync();
        await CorrectAsync(desk, "Mine");

        var posts = await desk.MessagesAsync("news");
        Assert.Equal("Theirs", Posted.Title(posts[1]));
        Assert.DoesNotContain("Corrected.", posts[1].ToString());
    }

    static void Run(string database, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new Microsoft.Data.Sqlite.SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static Subscription Subscription(Destination destination = Destination.Text, ChannelRules? rules = null) => new()
    {
        Channel = destination is Destination.Forum ? Seed.ForumChannelId : Seed.NewsChannelId,
        Guild = Seed.GuildId,
        Destination = destination,
        Latest = 5,
        Rules = rules ?? ChannelRules.Default,
    };

    static async Task<DeskOnLocalDiscord> OpenAsync(
        Destination destination = Destination.Text, ChannelRules? rules = null, FakeTimeProvider? clock = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, editEvery: TimeSpan.FromSeconds(1));
        desk.Write("old.md", "Old", "published: false");
        await desk.ImportAsync();
        await desk.Get<ChannelAdministration>().SaveAsync(Subscription(destination, rules), by: null, Ct);
        desk.Write("older.md", "Nothing", "published: false");
        await desk.ImportAsync();
        return desk;
    }

    static async Task TellAsync(DeskOnLocalDiscord desk, params IEnumerable<string> titles)
    {
        foreach (var title in titles)
        {
            desk.Write($"{title}.md", title);
            await desk.ImportAsync();
            await SendAsync(desk);
        }
    }

    static async Task CorrectAsync(DeskOnLocalDiscord desk, string title)
    {
        desk.Write($"{title}.md", title, "excerpt: Corrected.");
        await desk.ImportAsync();
        await SendAsync(desk);
    }

    static async Task ImportAndSendAsync(DeskOnLocalDiscord desk)
    {
        await desk.ImportAsync();
        await SendAsync(desk);
    }

    static async Task SendAsync(DeskOnLocalDiscord desk)
    {
        foreach (var channel in await desk.Get<DeliveryStore>().ChannelsDueAsync(Ct))
            await desk.Get<MessageSender>().SendDueAsync(channel, Ct);
    }

    static async Task<IEnumerable<string?>> ForumPostsAsync(DeskOnLocalDiscord desk)
    {
        var (discord, forum) = (desk.Get<DiscordRest>(), Snowflake.Parse(Seed.ForumChannelId));
        var active = (await discord.ListActiveGuildThreadsAsync(Snowflake.Parse(Seed.GuildId), Ct)).Threads;
        var archived = (await discord.ListPublicArchivedThreadsAsync(forum, 100, before: null, Ct)).Threads;
        return active.Where(thread => thread.ParentId == forum).Concat(archived).Select(thread => thread.Name).Order();
    }

    /// <summary>The channel's messages, or the first ones of the forum's posts, the oldest first.</summary>
    static async Task<IReadOnlyList<JsonElement>> CardsAsync(DeskOnLocalDiscord desk, Destination destination)
    {
        if (destination is Destination.Text)
            return await desk.MessagesAsync("news");
        var (discord, forum) = (desk.Get<DiscordRest>(), Snowflake.Parse(Seed.ForumChannelId));
        var cards = new List<JsonElement>();
        foreach (var post in (await discord.ListActiveGuildThreadsAsync(Snowflake.Parse(Seed.GuildId), Ct)).Threads
            .Where(thread => thread.ParentId == forum).OrderBy(thread => thread.Id.Value))
            cards.Add(JsonElement.Parse((await discord.GetChannelMessageAsync(post.Id, post.Id, Ct)).ToJson()));
        return cards;
    }

    static string? Title(JsonElement message) => Posted.Title(message);

    static IEnumerable<string> Listed(JsonElement message) => Posted.All(message).Where(Posted.IsMenu)
        .SelectMany(menu => menu.GetProperty("options").EnumerateArray())
        .Select(option => option.GetProperty("label").GetString()!);
}
