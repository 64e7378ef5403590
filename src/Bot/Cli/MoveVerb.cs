using System.CommandLine;
using System.Globalization;
using Desk.Database;
using Desk.Importing;

namespace Bot.Cli;

/// <summary><c>move FROM TO</c>: takes a desk from a file to a server, or back.</summary>
static class MoveVerb
{
    static readonly Argument<string> From = new("FROM")
    {
        Description = "The database to copy: a file, or postgres://user:password@host/name",
    };

    static readonly Argument<string> To = new("TO") { Description = "A new database of the other kind" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("move", "Copy everything from a file to a PostgreSQL database, or back, while no bot is running on them")
        {
            From,
            To,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (from, to) = (parsed.GetRequiredValue(From), parsed.GetRequiredValue(To));
        try
        {
            var rows = await DatabaseMove.RunAsync(from, to, mayRun: false, ct);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Copied {rows} rows from {PostgresAddress.NameOf(from)} to {PostgresAddress.NameOf(to)}, and compared them. "));
            Console.WriteLine("Set Content:Database to the new one. The old one is as it was; delete it when you no longer need it.");
            return ExitCodes.Done;
        }
        catch (DatabaseException unusable)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }
}
