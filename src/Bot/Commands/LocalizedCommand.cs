using Bot.Languages;
using Discord;
using News.Rules;

namespace Bot.Commands;

/// <summary>
/// A command as Discord shows it in each language. Names stay as they are, since people tell each other what to type.
/// See https://discord.com/developers/docs/interactions/application-commands#localization.
/// </summary>
static class LocalizedCommand
{
    public static ApplicationCommand Of(ApplicationCommand spec) => spec with
    {
        DescriptionLocalizations = Descriptions(spec.Name),
        Options = spec.Options is { } options ? [.. options.Select(option => option with { DescriptionLocalizations = Descriptions($"{spec.Name} {option.Name}") })] : null,
    };

    /// <summary>Null where no language says it in words of its own.</summary>
    static Dictionary<string, string>? Descriptions(string name)
    {
        var known = Language.All.Select(language => Words.Of(language.Code)).Where(words => words.Commands.ContainsKey(name)).ToDictionary(words => words.Locale, words => words.Commands[name]);
        return known.Count == 0 ? null : known;
    }
}
