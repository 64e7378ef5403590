using Microsoft.Data.Sqlite;
using News.Storage;
using Shared;

namespace News.Tests.Storage;

public class NewsDatabaseTests
{
    [Fact]
    public void The_schema_is_the_approved_one()
    {
        using var desk = new Desk();
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
    public void A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        using var desk = new Desk();
        using (var connection = new SqliteConnection($"Data Source={desk.DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = new SqliteCommand("pragma user_version = 999", connection);
            command.ExecuteNonQuery();
        }

        var refused = Assert.Throws<NewsDatabaseException>(() => new NewsDatabase(desk.DatabaseFile));

        Assert.Contains("has schema 999", refused.Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.db", new string('x', 5000));

        var refused = Assert.Throws<NewsDatabaseException>(() => new NewsDatabase(folder.File("news.db")));

        Assert.Contains("news.db: ", refused.Message);
        Assert.Contains("--database", refused.Message);
    }
}
