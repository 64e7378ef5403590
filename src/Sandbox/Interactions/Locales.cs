using Sandbox.Commands;

namespace Sandbox.Interactions;

/// <summary>The languages that a person's Discord can be in. https://discord.com/developers/docs/reference#locales</summary>
static class Locales
{
    public const string Default = "en-US";

    static readonly HashSet<string> All =
    [
        Default, "en-GB", "bg", "cs", "da", "de", "el", "es-ES", "es-419", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl",
        "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];

    /// <exception cref="PersonsMistake">It is none of them.</exception>
    public static string Read(string? asked) => asked is null ? Default : All.Contains(asked) ? asked
        : throw new PersonsMistake($"\"{asked}\" is none of Discord's languages. Write one of {string.Join(", ", All)}.");
}
