using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// A command as Discord shows it in each language. Names stay English, so that people can tell each other what to type.
/// See https://discord.com/developers/docs/interactions/application-commands#localization.
/// </summary>
static class LocalizedCommand
{
    public static ApplicationCommand Of(ApplicationCommand spec) => spec with
    {
        DescriptionLocalizations = Descriptions(spec.Name),
        Options = spec.Options is { } options ? [.. options.Select(option => Of(spec, option))] : null,
    };

    static ApplicationCommandOption Of(ApplicationCommand spec, ApplicationCommandOption option) =>
        option with { DescriptionLocalizations = Descriptions($"{spec.Name} {option.Name}") };

    /// <summary>Null if no language has a description.</summary>
    static Dictionary<string, string>? Descriptions(string name)
    {
        var known = Language.All
            .Select(language => BotTexts.Of(language.Code))
            .Where(words => words.Commands.ContainsKey(name))
            .ToDictionary(words => words.Locale, words => words.Commands[name]);
        return known.Count == 0 ? null : known;
    }
}
