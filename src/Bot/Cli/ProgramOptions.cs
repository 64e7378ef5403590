using System.CommandLine;
using Bot.Hosting;
using Desk.Database;

namespace Bot.Cli;

/// <summary>Options that several verbs share.</summary>
static class ProgramOptions
{
    public static Option<string?> Content { get; } = new("--content")
    {
        Description = "The folder of articles (default: Content:Folder in the settings, or content)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "The SQLite file, or postgres://user:password@host/name (default: Content:Database in the settings, or news.db)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON" };

    /// <summary>The settings, with the command line's values; null if they have problems, which are then printed.</summary>
    public static BotSettings? Settings(ParseResult parsed)
    {
        var overrides = new Dictionary<string, string?>();
        if (parsed.GetValue(Content) is { } folder)
            overrides["Content:Folder"] = folder;
        if (parsed.GetValue(Database) is { } file)
            overrides["Content:Database"] = file;

        try
        {
            var reader = new SettingsReader(SettingsSources.Read(overrides));
            var settings = reader.Read();
            foreach (var problem in reader.Problems)
                Console.Error.WriteLine(problem);
            return reader.Problems is [] ? settings : null;
        }
        catch (InvalidDataException unreadable)
        {
            Console.Error.WriteLine($"{unreadable.Message} {unreadable.GetBaseException().Message}");
            return null;
        }
    }

    /// <summary>Whether the database's file exists; if not, a message says so. Whether a server has one shows when it is asked.</summary>
    public static bool HasDatabase(BotSettings settings)
    {
        if (PostgresAddress.IsOne(settings.Content.Database))
            return true;
        var file = Path.GetFullPath(settings.Content.Database);
        if (File.Exists(file))
            return true;
        Console.Error.WriteLine(
            $"There is no database at {file}. The bot creates it when it first runs; choose another one with --database.");
        return false;
    }
}
