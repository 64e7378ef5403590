namespace News.Rules;

/// <summary>A language that the bot's own words may be in. Articles stay in the one that they were written in.</summary>
/// <param name="Code">As rules have it: <c>de</c>.</param>
/// <param name="Name">As those call it who read it: <c>Deutsch</c>.</param>
public sealed record Language(string Code, string Name)
{
    public static Language English { get; } = new("en", "English");

    /// <summary>Those that may be asked for. Whoever writes the words needs a table of each.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, new("de", "Deutsch"), new("fr", "Français"), new("es", "Español"), new("pt", "Português")];

    /// <summary>Null for one that is not among <see cref="All"/>.</summary>
    public static Language? Of(string code) => All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
