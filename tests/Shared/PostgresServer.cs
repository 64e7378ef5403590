using System.Diagnostics;

namespace Shared;

/// <summary>
/// A PostgreSQL server of this process's own, from Debian's package <c>postgresql</c>, in a folder of its own and without a port: its
/// socket is a file. It forgets what it has when the machine stops, which makes it fast.
/// </summary>
sealed class PostgresServer : IDisposable
{
    /// <summary>In its address; the server doesn't ask for a password.</summary>
    const string User = "desk";

    /// <summary>Where Debian has each version of it.</summary>
    const string Versions = "/usr/lib/postgresql";

    readonly TemporaryFolder folder = new();
    readonly MachineClock? clock;
    Process server;

    PostgresServer(MachineClock? clock)
    {
        this.clock = clock;
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder.Path);
        RunAs(Program("initdb"), "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions");
        server = Start();
    }

    public static bool IsInstalled => Directory.Exists(Versions);

    string Data => folder.File("data");

    /// <summary>Starts one, and stops it when the process ends at the latest.</summary>
    /// <param name="clock">The clock of its machine, if it isn't this one's.</param>
    public static PostgresServer Open(MachineClock? clock = null)
    {
        var opened = new PostgresServer(clock);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => opened.Dispose();
        return opened;
    }

    /// <returns>As Content:Database takes it.</returns>
    public string CreateDatabase(string name)
    {
        RunAs(Program("createdb"), "-h", folder.Path, "-U", User, name);
        return AddressOf(name);
    }

    /// <summary>Ends all connections, as an operator may who looks for what holds a lock.</summary>
    public void EndConnections() => RunAs(
        Program("psql"), "-h", folder.Path, "-U", User, "-q", "-c",
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null", "postgres");

    /// <summary>Stops it, and starts it again.</summary>
    public void Restart()
    {
        Stop();
        server = Start();
    }

    /// <summary>As Content:Database takes it.</summary>
    public string AddressOf(string database) => $"postgres://{User}@localhost/{database}?host={folder.Path}";

    public void Dispose()
    {
        if (server.HasExited)
            return;
        Stop();
        folder.Dispose();
    }

    Process Start()
    {
        // Only for the server itself, and not for what makes it run as somebody else.
        var settings = (clock?.Environment ?? new Dictionary<string, string>()).Select(one => $"{one.Key}={one.Value}");
        var start = As(
            "env",
            [
                .. settings, Program("postgres"), "-D", Data, "-k", folder.Path, "-c", "listen_addresses=", "-c", "fsync=off",
                "-c", "full_page_writes=off", "-c", "max_connections=500", "-c", "log_min_messages=panic",
                "-c", "log_min_error_statement=panic",
            ]);
        var started = Process.Start(start)!;
        while (!IsReady())
        {
            if (started.HasExited)
                throw new InvalidOperationException($"PostgreSQL ended with exit code {started.ExitCode}; it says why above.");
            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }

        return started;
    }

    /// <summary>It ends all connections, and then itself.</summary>
    void Stop()
    {
        Run("kill", "-INT", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        server.WaitForExit();
    }

    bool IsReady()
    {
        using var ready = Process.Start(As(Program("pg_isready"), "-q", "-h", folder.Path))!;
        ready.WaitForExit();
        return ready.ExitCode == 0;
    }

    /// <summary>The newest version that is installed.</summary>
    static string Program(string name) => Directory.GetDirectories(Versions)
        .OrderByDescending(version => int.Parse(Path.GetFileName(version), System.Globalization.CultureInfo.InvariantCulture))
        .Select(version => Path.Combine(version, "bin", name))
        .First(File.Exists);

    static void RunAs(string program, params string[] arguments) => End(As(program, arguments));

    static void Run(string program, params string[] arguments) => End(new(program, arguments));

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static ProcessStartInfo As(string program, params string[] arguments) => Environment.UserName == "root"
        ? new("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : new(program, arguments);

    static void End(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} ended with exit code {process.ExitCode}.");
    }
}
