using System.CommandLine;
using System.Globalization;
using Desk.Database;
using Desk.Importing;
using IO = System.IO;

namespace Bot.Cli;

/// <summary><c>backup FILE</c>, <c>restore FILE</c>, and <c>vacuum</c>: what an operator does with the database as a whole.</summary>
static class BackupVerbs
{
    static readonly Argument<string> File = new("file") { Description = "The backup", HelpName = "FILE" };

    public static Command Backup { get; } = Describe(
        new("backup", "Copy the database to a file, also while the bot is running") { File },
        async (database, file, ct) =>
        {
            var length = PostgresAddress.IsOne(database)
                ? await CopyAsync(database, file, ct)
                : DatabaseBackup.Write(database, file);
            return $"Backed up {PostgresAddress.NameOf(database)} to {file} ({Megabytes(length)}).";
        });

    public static Command Restore { get; } = Describe(
        new("restore", "Put a backup in the place of the database, while no bot is running on it") { File },
        (database, file, _) =>
        {
            RefuseServer(database, "Create a new database there, and use: move FILE postgres://user:password@host/name");
            var kept = DatabaseBackup.Restore(file, database, TimeProvider.System.GetUtcNow());
            return Task.FromResult($"Restored {database} from {file}."
                + (kept is null ? "" : $" What was there is in {kept}; delete it when you no longer need it."));
        });

    public static Command Vacuum { get; } = Describe(
        new("vacuum", "Give unused space in the database back to the disk, while no bot is running on it"),
        (database, _, _) =>
        {
            RefuseServer(database, "PostgreSQL does this by itself.");
            var (before, after) = DatabaseBackup.Vacuum(database);
            return Task.FromResult($"{database} has {Megabytes(after)} now, and had {Megabytes(before)} before.");
        });

    static Command Describe(Command command, Func<string, string, CancellationToken, Task<string>> work)
    {
        command.SetAction((parsed, ct) => RunAsync(parsed, command, work, ct));
        return command;
    }

    static async Task<int> RunAsync(
        ParseResult parsed, Command command, Func<string, string, CancellationToken, Task<string>> work, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (command != Restore && !ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;
        try
        {
            var file = command.Arguments is [] ? "" : parsed.GetRequiredValue(File);
            Console.WriteLine(await work(settings.Content.Database, file, ct));
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    /// <summary>A server's database becomes a file of the other engine, from which it can be moved back.</summary>
    static async Task<long> CopyAsync(string database, string file, CancellationToken ct)
    {
        var copy = file + ".copy";
        try
        {
            Delete(copy);
            await DatabaseMove.RunAsync(database, copy, mayRun: true, ct);
            return DatabaseBackup.Write(copy, file);
        }
        finally
        {
            Delete(copy);
        }
    }

    static void Delete(string database)
    {
        foreach (var part in (string[])["", "-wal", "-shm", "-bot"])
            IO.File.Delete(database + part);
    }

    static void RefuseServer(string database, string remedy)
    {
        if (PostgresAddress.IsOne(database))
            throw new DatabaseException(
                DatabaseProblem.Unreachable, $"{PostgresAddress.NameOf(database)} is a server's database. {remedy}");
    }

    static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
