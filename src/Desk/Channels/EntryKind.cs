using Articles.Files;

namespace Desk.Channels;

/// <summary>What the entries of a <see cref="RulesFile"/> are, and what its errors call them.</summary>
sealed record EntryKind
{
    public static EntryKind Channels { get; } = new()
    {
        List = "channels", Key = "channel", KeyIs = "its id", Example = "\"123456789012345678\"", Most = RuleLimits.Channels,
        ReadKey = (string text, out string error) =>
        {
            error = "";
            return text.Trim();
        },
        Head = """
            # The channels that get news, and their rules: what to post, when, and whom to notify.
            # Keep this file in git to see who changed what and to undo it, or import it on another server.
            # Rules that have their default value are left out. docs/rules.md explains all of them.

            """,
        Command = "/channel import",
    };

    public static EntryKind Presets { get; } = new()
    {
        List = "presets", Key = "preset", KeyIs = "its name", Example = "\"Breaking news\"", Most = RuleLimits.Presets,
        ReadKey = Preset.ReadName,
        Head = """
            # Presets: rules under a name, for channels of any server. Import this file with /channel presets.
            # Rules that have their default value are left out. docs/rules.md explains all of them.

            """,
        Command = "/channel presets",
    };

    /// <summary>The field at the top of the file that has the entries.</summary>
    public required string List { get; init; }

    /// <summary>The field of each entry that tells it apart.</summary>
    public required string Key { get; init; }

    /// <summary>What the key is, in errors: <c>its id</c>.</summary>
    public required string KeyIs { get; init; }

    /// <summary>A valid key, in quotes.</summary>
    public required string Example { get; init; }

    /// <summary>How many a file may have.</summary>
    public required int Most { get; init; }

    /// <summary>
    /// Null with an error, which continues after the key's name, if the text is not valid. Keys are the same in any case.
    /// </summary>
    public required ItemReader<string> ReadKey { get; init; }

    /// <summary>The comment at the top of a file.</summary>
    public required string Head { get; init; }

    /// <summary>What imports such a file.</summary>
    public required string Command { get; init; }

    /// <summary>For the YAML parser.</summary>
    public YamlKind File => field ??= new()
    {
        Name = "The file",
        Example = $"{List}: and below it - {Key}: {Example} for each {Key}",
        Advice = "Put text that contains : # [ { or quotes, or starts with @ ` % or |, in double quotes, "
            + "and indent each rule like the first.",
        Depth = 8,
        DepthAdvice = "No rule needs that.",
        IsStrict = true,
    };

    /// <summary>The kind of file that has this field at its top; null if none does.</summary>
    public static EntryKind? Of(string list) => new[] { Channels, Presets }.FirstOrDefault(kind => kind.List == list);
}
