using Desk.Database;
using Npgsql;
using Shared;

namespace Desk.Tests;

/// <summary>
/// A database with nothing in it, copied from one that has today's schema: that is faster than running every migration. It is a file, or,
/// if the variable <c>TEST_DATABASE</c> is <c>postgres</c>, a database of a server, so that every test runs on both engines.
/// </summary>
sealed class EmptyDatabase : IDisposable
{
    const string Template = "template_desk";

    static readonly Lazy<byte[]> Bytes = new(() =>
    {
        using var folder = new TemporaryFolder();
        new DeskDatabase(folder.File("news.db")).Dispose();
        return File.ReadAllBytes(folder.File("news.db"));
    });

    static readonly Lazy<PostgresServer> Server = new(() =>
    {
        var server = PostgresServer.Open();
        Run(server, $"create database {Template}");
        new DeskDatabase(server.AddressOf(Template)).Dispose();
        return server;
    });

    static int count;

    readonly string? name;

    /// <param name="file">Where the file is to be, if it is one.</param>
    public EmptyDatabase(string file)
    {
        Place = file;
        if (IsOnServer)
        {
            name = $"desk_{Interlocked.Increment(ref count)}";
            Run(Server.Value, $"create database {name} template {Template}");
            Place = Server.Value.AddressOf(name);
        }
        else
        {
            File.WriteAllBytes(file, Bytes.Value);
        }
    }

    static bool IsOnServer => Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    /// <summary>As Content:Database takes it.</summary>
    public string Place { get; }

    public void Dispose()
    {
        if (name is not null)
            Run(Server.Value, $"drop database {name} with (force)");
    }

    static void Run(PostgresServer server, string sql)
    {
        using var source = NpgsqlDataSource.Create(PostgresAddress.Of(server.AddressOf("postgres")));
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
