using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// A command as Discord shows it in each language. What people type stays English, so that they can tell each other.
/// See https://discord.com/developers/docs/interactions/application-commands#localization.
/// </summary>
static class LocalizedCommand
{
    public static ApplicationCommand Of(ApplicationCommand spec) => spec.Type is ApplicationCommandType.ChatInput
        ? spec with
        {
            DescriptionLocalizations = Texts(spec.Name),
            Options = spec.Options is { } options ? [.. options.Select(option => Of(spec, option))] : null,
        }
        : spec with { NameLocalizations = Texts(spec.Name) };

    static ApplicationCommandOption Of(ApplicationCommand spec, ApplicationCommandOption option) =>
        option with { DescriptionLocalizations = Texts($"{spec.Name} {option.Name}") };

    /// <summary>Null if no language has one.</summary>
    static Dictionary<string, string>? Texts(string name)
    {
        var known = Language.All
            .Select(language => BotTexts.Of(language.Code))
            .Where(words => words.Commands.ContainsKey(name))
            .ToDictionary(words => words.Locale, words => words.Commands[name]);
        return known.Count == 0 ? null : known;
    }
}
