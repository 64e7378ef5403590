using System.CommandLine;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary>The options that every verb takes.</summary>
static class ProgramOptions
{
    public static Option<string?> Content { get; } = new("--content")
    {
        Description = "The folder of articles (otherwise Content:Folder of the settings, or content)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "The SQLite file (otherwise Content:Database of the settings, or news.db)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON" };

    /// <summary>The settings with what the command line says of them; null after their problems were printed.</summary>
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
}
