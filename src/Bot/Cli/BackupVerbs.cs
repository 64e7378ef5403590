using System.CommandLine;
using System.Globalization;
using Desk.Database;

namespace Bot.Cli;

/// <summary><c>backup FILE</c>, <c>restore FILE</c>, and <c>vacuum</c>: what an operator does with the database as a whole.</summary>
static class BackupVerbs
{
    static readonly Argument<string> File = new("file") { Description = "The backup", HelpName = "FILE" };

    public static Command Backup { get; } = Describe(
        new("backup", "Copy the database to a file, also while the bot is running") { File },
        (database, file) =>
        {
            var length = DatabaseBackup.Write(database, file);
            return $"Backed up {database} to {file} ({Megabytes(length)}).";
        });

    public static Command Restore { get; } = Describe(
        new("restore", "Put a backup in the place of the database, while no bot is running on it") { File },
        (database, file) =>
        {
            var kept = DatabaseBackup.Restore(file, database, TimeProvider.System.GetUtcNow());
            return $"Restored {database} from {file}."
                + (kept is null ? "" : $" What was there is in {kept}; delete it when you no longer need it.");
        });

    public static Command Vacuum { get; } = Describe(
        new("vacuum", "Give unused space in the database back to the disk, while no bot is running on it"),
        (database, _) =>
        {
            var (before, after) = DatabaseBackup.Vacuum(database);
            return $"{database} has {Megabytes(after)} now, and had {Megabytes(before)} before.";
        });

    static Command Describe(Command command, Func<string, string, string> work)
    {
        command.SetAction(parsed => Run(parsed, command, work));
        return command;
    }

    static int Run(ParseResult parsed, Command command, Func<string, string, string> work)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (command != Restore && !ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;
        try
        {
            Console.WriteLine(work(settings.Content.Database, command.Arguments is [] ? "" : parsed.GetRequiredValue(File)));
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
