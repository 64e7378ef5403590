namespace Desk.Channels;

/// <summary>A language for the bot's own words. Articles stay in the language they were written in.</summary>
/// <param name="Code">The value of the rule: <c>de</c>.</param>
/// <param name="Name">In the language itself: <c>Deutsch</c>.</param>
public sealed record Language(string Code, string Name)
{
    public static Language English { get; } = new("en", "English");

    /// <summary>Each needs a table of words in Bot.Texts.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        English,
        new("de", "Deutsch"),
        new("fr", "Français"),
        new("es", "Español"),
        new("pt", "Português"),
    ];

    /// <summary>Null for a language that is not among <see cref="All"/>.</summary>
    public static Language? Of(string code) =>
        All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
