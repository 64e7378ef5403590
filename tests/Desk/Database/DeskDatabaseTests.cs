using Desk.Database;
using Microsoft.Data.Sqlite;
using Shared;

namespace Desk.Tests.Database;

[Trait("Engine", "SQLite")]
public class DeskDatabaseTests
{
    [Fact]
    public void Schema_is_the_approved_one()
    {
        using var desk = new TestDesk();
        using var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("select sql || ';' from sqlite_schema where sql is not null order by rowid", connection);
        using var rows = command.ExecuteReader();
        var schema = new List<string>();
        while (rows.Read())
            schema.Add(rows.GetString(0));

        Approved.Text(string.Join("\n\n", schema), "schema.sql");
    }

    [Fact]
    public void Database_of_a_newer_version_is_rejected_unchanged()
    {
        using var desk = new TestDesk();
        using (var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = new SqliteCommand("pragma user_version = 999", connection);
            command.ExecuteNonQuery();
        }

        var refused = Assert.Throws<DatabaseException>(() => new DeskDatabase(desk.DatabaseFile));

        Assert.Contains("has schema 999", refused.Message);
    }

    [Fact]
    public void File_that_is_not_a_database_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.db", new string('x', 5000));

        var refused = Assert.Throws<DatabaseException>(() => new DeskDatabase(folder.File("news.db")));

        Assert.Contains("news.db: ", refused.Message);
        Assert.Contains("--database", refused.Message);
    }
}
