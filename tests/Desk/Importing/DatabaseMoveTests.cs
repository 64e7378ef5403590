using Dapper;
using Desk.Archive;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Shared;

namespace Desk.Tests.Importing;

/// <summary>From a file to a server of this test's own, and back.</summary>
[Trait("Engine", "SQLite")]
public sealed class DatabaseMoveTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly TestDesk desk = new();
    readonly EmptyDatabase server = EmptyDatabase.OnServer();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string File => folder.File("moved.db");

    [Fact]
    public async Task Everything_arrives_at_the_server_and_comes_back()
    {
        await FillAsync();
        using (var moved = await MovedAsync())
        {
            Assert.Equal("Ferry sinks", (await new ArticleStore(moved).LatestAsync(0, 10, Ct)).Headlines.Single().Title);
            Assert.Equal("Ferry sinks", (await new TitleSearch(moved).StoriesAsync("ferry", 10, Ct)).Single().Title);
            Assert.Equal("42", (await new SubscriptionStore(moved).OfChannelAsync("42", Ct))!.Channel);
        }

        await DatabaseMove.RunAsync(server.Place, File, mayRun: false, Ct);

        using var back = new DeskDatabase(File);
        Assert.Equal(await SumsAsync(desk.Database), await SumsAsync(back));
        Assert.Equal("Ferry sinks", (await new TitleSearch(back).StoriesAsync("ferries", 10, Ct)).Single().Title);
    }

    [Fact]
    public async Task New_rows_get_keys_after_those_that_were_copied()
    {
        await FillAsync();
        using var moved = await MovedAsync();

        var before = await moved.ReadAsync(session => session.QuerySingleAsync<long>("select max(id) from articles"), Ct);
        desk.Write("b.md", "Bridge opens");
        await new ArticleImporter(moved, new(desk.ContentFolder), desk.Clock).ImportAsync(TimeSpan.Zero, progress: null, Ct);

        Assert.Equal(before + 1, await moved.ReadAsync(session => session.QuerySingleAsync<long>("select max(id) from articles"), Ct));
    }

    [Fact]
    public async Task What_was_posted_is_not_posted_again()
    {
        await FillAsync();
        Assert.Equal(["Ferry sinks"], await desk.DeliverAsync("42"));
        using var moved = await MovedAsync();

        await new ArticleImporter(moved, new(desk.ContentFolder), desk.Clock).ImportAsync(TimeSpan.Zero, progress: null, Ct);

        Assert.Null(await new DeliveryStore(moved, desk.Clock, new(moved, new(moved, desk.Clock))).ClaimAsync("42", Ct));
    }

    [Fact]
    public async Task Database_that_is_not_empty_is_refused_and_stays_as_it_is()
    {
        await FillAsync();
        (await MovedAsync()).Dispose();

        var refused = await Assert.ThrowsAsync<DatabaseException>(
            () => DatabaseMove.RunAsync(desk.DatabaseFile, server.Place, mayRun: false, Ct));

        Assert.EndsWith(" already has data. Name a new database.", refused.Message);
    }

    [Fact]
    public async Task Database_of_a_running_bot_is_refused()
    {
        using var running = new DeskDatabase(server.Place);
        await new DeskProcess(running, TimeProvider.System).JoinAsync(waits: () => { }, Ct);

        var refused = await Assert.ThrowsAsync<DatabaseException>(
            () => DatabaseMove.RunAsync(desk.DatabaseFile, server.Place, mayRun: false, Ct));

        Assert.EndsWith(". Stop it first.", refused.Message);
    }

    [Fact]
    public async Task Two_files_are_refused()
    {
        var refused = await Assert.ThrowsAsync<DatabaseException>(
            () => DatabaseMove.RunAsync(desk.DatabaseFile, File, mayRun: false, Ct));

        Assert.StartsWith("One of the two databases must be a file", refused.Message);
    }

    async Task FillAsync()
    {
        desk.Write("a.md", "Ferry sinks", fields: "topics: [Harbour]\nquality: 80");
        await desk.ImportAsync();
        await desk.Channels.SaveAsync(new() { Channel = "42", Guild = "1", Latest = 1 }, by: "7", Ct);
        await desk.ImportAsync();
    }

    async Task<DeskDatabase> MovedAsync()
    {
        Assert.NotEqual(0, await DatabaseMove.RunAsync(desk.DatabaseFile, server.Place, mayRun: false, Ct));
        return new(server.Place);
    }

    static Task<List<(string Table, TableSum Sum)>> SumsAsync(DeskDatabase database) => database.ReadAsync(
        async session =>
            (await TableContents.AllAsync((SqliteSession)session)).Select(table => (table.Name, table.Sum(session))).ToList(),
        Ct);

    public void Dispose()
    {
        desk.Dispose();
        server.Dispose();
        folder.Dispose();
    }
}
