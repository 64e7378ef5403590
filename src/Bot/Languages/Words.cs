using News.Rules;

namespace Bot.Languages;

/// <summary>
/// Every word that the bot itself writes to members, in one language. Another language is another table, and a line in
/// <see cref="Language.All"/>. What moderators and maintainers read is English.
/// </summary>
sealed record Words
{
    /// <summary>The language in Discord's terms, as its list of locales has it. See https://discord.com/developers/docs/reference#locales.</summary>
    public required string Locale { get; init; }

    public required CardWords Cards { get; init; }

    public required AnswerWords Answers { get; init; }

    /// <summary>What commands and their options are for, by command and option: <c>latest</c>, <c>latest count</c>. None says what the command itself does.</summary>
    public IReadOnlyDictionary<string, string> Commands { get; init; } = new Dictionary<string, string>();

    public static Words English => Languages.English.Words;

    /// <summary>English where there is no table of a language.</summary>
    /// <param name="language">Such as <c>pt</c>, or a reader's <c>pt-BR</c>.</param>
    public static Words Of(string language) => language.Split('-')[0] switch
    {
        "de" => German.Words,
        "es" => Spanish.Words,
        "fr" => French.Words,
        "pt" => Portuguese.Words,
        _ => English,
    };
}
