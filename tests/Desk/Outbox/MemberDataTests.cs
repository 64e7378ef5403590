using Desk.Archive.Overviews;
using Desk.Database;
using Desk.Outbox;

namespace Desk.Tests.Outbox;

public sealed class MemberDataTests : IDisposable
{
    const string Me = "7";
    const string Other = "8";

    readonly TestDesk desk = new();
    readonly MemberDataStore data;

    public MemberDataTests() => data = new(desk.Database, desk.Clock);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Member_who_did_nothing_has_no_data()
    {
        var stored = await data.OfAsync(Me, Ct);

        Assert.False(stored.HasOwn);
        Assert.Equal(0, stored.Changes);
    }

    [Fact]
    public async Task Everything_of_a_member_is_counted_and_deleted_and_nothing_of_others()
    {
        await DoThingsAsync(Other);
        await DoThingsAsync(Me);

        var (before, others) = (await data.OfAsync(Me, Ct), await data.OfAsync(Other, Ct));
        await data.DeleteAsync(Me, Ct);

        Assert.Equal((1, 1, 1, 1), (before.Topics, before.Stories, before.Messages, before.Changes));
        Assert.Equal(desk.Clock.GetUtcNow(), before.CaughtUpAt);
        Assert.Equal(before with { Topics = 0, Stories = 0, Messages = 0, CaughtUpAt = null }, await data.OfAsync(Me, Ct));
        Assert.Equal(others, await data.OfAsync(Other, Ct));
    }

    [Fact]
    public async Task Nothing_in_the_database_names_a_member_who_deleted_and_anonymized_everything()
    {
        const string member = "123456789012345678";
        await DoThingsAsync(member);

        await data.DeleteAsync(member, Ct);
        await data.AnonymizeAsync(member, Ct);

        Assert.Equal("", string.Join(", ", await ColumnsWithAsync(member)));
        Assert.Equal(["", ""], (await desk.Subscriptions.ChangesAsync("1", 0, 10, Ct)).Select(change => change.By));
    }

    [Fact]
    public async Task Member_who_deleted_everything_can_follow_again()
    {
        await DoThingsAsync(Me);
        await data.DeleteAsync(Me, Ct);

        var queued = await new FollowStore(desk.Database, desk.Clock).FollowTopicsAsync(Me, ["ferries"], "en", Ct);

        Assert.Equal(1, queued);
    }

    /// <summary>The member follows a topic and a story, gets a message, catches up, and adds a channel.</summary>
    async Task DoThingsAsync(string member)
    {
        desk.Write("a.md", "Boat", fields: "topics: [Ferries]");
        await desk.ImportAsync();
        var follows = new FollowStore(desk.Database, desk.Clock);
        await follows.FollowTopicsAsync(member, ["ferries"], "en", Ct);
        await follows.FollowStoryAsync(member, (await desk.Stories.LatestAsync(0, 1, Ct))[0].Id, "en", Ct);
        await desk.DeliverAsync(member);
        await new CatchUpStore(desk.Database, new(desk.Database), desk.Clock).AskedAsync(member, desk.Clock.GetUtcNow(), Ct);
        await desk.Channels.SaveAsync(new() { Channel = $"1{member}", Guild = "1", Latest = 0 }, member, Ct);
        if (member.Length > 1)
            await desk.Channels.RemoveAsync($"1{member}", member, Ct);
    }

    const string SqliteColumns = """
        select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like '%search%' and t.name not like '%words%' and t.name <> 'vocabulary'
        """;

    const string PostgresColumns = """
        select table_name::text, column_name::text from information_schema.columns
        where table_schema = 'public' and data_type = 'text'
        """;

    /// <summary>The columns of the database in which a value is this text.</summary>
    Task<List<string>> ColumnsWithAsync(string text) => desk.Database.ReadAsync(
        session =>
        {
            var found = new List<string>();
            foreach (var (table, column) in Rows(session, session is PostgresSession ? PostgresColumns : SqliteColumns, text))
            {
                if (Rows(session, $"select '', '' from \"{table}\" where \"{column}\" = @text limit 1", text).Count > 0)
                    found.Add($"{table}.{column}");
            }

            return Task.FromResult(found);
        },
        Ct);

    static List<(string, string)> Rows(DatabaseSession session, string sql, string text)
    {
        using var command = session.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@text", text);
        command.Parameters.Add(parameter);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    public void Dispose() => desk.Dispose();
}
