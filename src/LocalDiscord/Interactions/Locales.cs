using LocalDiscord.Rules;

namespace LocalDiscord.Interactions;

/// <summary>The languages of Discord's client. https://discord.com/developers/docs/reference#locales</summary>
static class Locales
{
    public const string Default = "en-US";

    static readonly HashSet<string> All =
    [
        Default, "en-GB", "bg", "cs", "da", "de", "el", "es-ES", "es-419", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl",
        "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];

    /// <exception cref="UserErrorException">Discord doesn't have this language.</exception>
    public static string Parse(string? locale) => locale is null ? Default : All.Contains(locale) ? locale
        : throw new UserErrorException($"\"{locale}\" isn't one of Discord's languages. Write one of {string.Join(", ", All)}.");
}
