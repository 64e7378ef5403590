using Desk.Channels;

namespace Bot.Texts;

/// <summary>
/// The bot's own words for members, in one language. A new language is a new table, a line in <see cref="Of"/> and one in
/// <see cref="Language.All"/>. Moderators and maintainers read English.
/// </summary>
sealed record BotTexts
{
    /// <summary>One of Discord's locales. See https://discord.com/developers/docs/reference#locales.</summary>
    public required string Locale { get; init; }

    public required CardTexts Cards { get; init; }

    public required AnswerTexts Answers { get; init; }

    public required SearchTexts Search { get; init; }

    public required ReadingTexts Reading { get; init; }

    public required ChartTexts Charts { get; init; }

    /// <summary>The descriptions of commands and options, by name: <c>latest</c>, <c>latest count</c>. A missing one is English.</summary>
    public IReadOnlyDictionary<string, string> Commands { get; init; } = new Dictionary<string, string>();

    public static BotTexts English => Texts.English.Texts;

    /// <summary>English for a language without a table.</summary>
    /// <param name="language">Such as <c>pt</c> or <c>pt-BR</c>.</param>
    public static BotTexts Of(string language) => language.Split('-')[0] switch
    {
        "de" => German.Texts,
        "es" => Spanish.Texts,
        "fr" => French.Texts,
        "pt" => Portuguese.Texts,
        _ => English,
    };
}
