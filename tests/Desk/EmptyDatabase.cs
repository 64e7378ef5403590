using System.Collections.Concurrent;
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
        new DeskDatabase(server.CreateDatabase(Template)).Dispose();
        return server;
    });

    /// <summary>Databases of tests that have ended: to empty one takes less time than to make one.</summary>
    static readonly ConcurrentBag<string> Free = [];

    static int count;

    readonly string? name;

    /// <param name="file">Where the file is to be, if it is one.</param>
    public EmptyDatabase(string file)
        : this(Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres" ? TakeName() : null, file)
    {
    }

    EmptyDatabase(string? name, string file)
    {
        this.name = name;
        Place = name is null ? file : Server.Value.AddressOf(name);
        if (name is null)
            File.WriteAllBytes(file, Bytes.Value);
    }

    /// <summary>For tests of what only a server has. Without PostgreSQL on this machine, they are skipped.</summary>
    public static EmptyDatabase OnServer()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed: apt-get install postgresql");
        return new(TakeName(), file: "");
    }

    /// <summary>As Content:Database takes it.</summary>
    public string Place { get; }

    public void Dispose()
    {
        if (name is null)
            return;
        Run(Server.Value, name, Clear);
        Free.Add(name);
    }

    static string TakeName()
    {
        if (Free.TryTake(out var free))
            return free;
        var name = $"desk_{Interlocked.Increment(ref count)}";
        Run(Server.Value, "postgres", $"create database {name} template {Template}");
        return name;
    }

    static void Run(PostgresServer server, string database, string sql)
    {
        using var source = NpgsqlDataSource.Create(PostgresAddress.Of(server.AddressOf(database)));
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    const string Clear = """
        do $$
        declare
            one text;
            used boolean;
        begin
            for one in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_version' loop
                execute format('select exists (select 1 from %I)', one) into used;
                if used then
                    execute format('truncate %I restart identity cascade', one);
                end if;
            end loop;
            perform setval(format('%I', sequencename), 1, false) from pg_sequences where schemaname = 'public';
            insert into subscriptions_version (version) values (1);
        end
        $$;
        """;
}
