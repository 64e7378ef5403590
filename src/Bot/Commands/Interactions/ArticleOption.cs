using System.Globalization;
using Bot.Cards;
using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An option for an article; it suggests articles whose headlines contain the typed text.</summary>
static class ArticleOption
{
    public const string Name = "article";

    public static ApplicationCommandOption Spec { get; } =
        new() { Type = OptionType.String, Name = Name, Description = "A headline, or part of it", Required = true, Autocomplete = true };

    /// <summary>
    /// A chosen suggestion is the article's number; anything else is part of its headline. Also an article that readers can't see any
    /// more.
    /// </summary>
    public static async Task<long?> FindEverAsync(ArticleStore articles, SlashCall call, CancellationToken ct)
    {
        var typed = call.Text(Name) ?? "";
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await articles.WasListedAsync(id, ct))
            return id;
        return await articles.TitlesEverLikeAsync(typed, take: 1, ct) is [var first, ..] ? first.Id : null;
    }

    /// <summary>Suggestions with the typed words in their headlines; also articles that readers can't see any more.</summary>
    public static async Task<IReadOnlyList<Choice>> SuggestEverAsync(ArticleStore articles, SlashCall call, CancellationToken ct) =>
        [.. (await articles.TitlesEverLikeAsync(call.Typed, DiscordLimits.Choices, ct))
            .Select(headline => Choice(headline.Id, headline.Title))];

    public static Choice Choice(long article, string title) => new()
    {
        Name = CardText.Plain(title, DiscordLimits.ChoiceName),
        Value = article.ToString(CultureInfo.InvariantCulture),
    };
}
