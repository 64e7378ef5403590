using System.Globalization;
using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>An option that takes an article, and suggests those whose titles hold what was typed.</summary>
static class ArticleOption
{
    public const string Name = "article";

    public static ApplicationCommandOption Spec { get; } =
        new() { Type = OptionType.String, Name = Name, Description = "Its title, or a part of it", Required = true, Autocomplete = true };

    /// <summary>A suggestion that was picked is the article's number; anything else is taken for a part of its title.</summary>
    public static async Task<long?> FindAsync(ArticleStore articles, SlashCall call, CancellationToken ct)
    {
        var typed = call.Text(Name) ?? "";
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await articles.ArticleAsync(id, ct) is not null)
            return id;
        return await articles.TitlesLikeAsync(typed, take: 1, ct) is [var first, ..] ? first.Id : null;
    }

    public static Reply Unknown(SlashCall call, AnswerWords words) => Reply.Note(words.UnknownArticle(CardText.Markdown(call.Text(Name) ?? "", 100)));

    public static async Task<IReadOnlyList<Choice>> SuggestAsync(ArticleStore articles, SlashCall call, CancellationToken ct)
    {
        var found = await articles.TitlesLikeAsync(call.Focused?.Value?.ToString() ?? "", DiscordLimits.Choices, ct);
        return [.. found.Select(headline => new Choice
        {
            Name = CardText.Plain(headline.Title, DiscordLimits.ChoiceName),
            Value = headline.Id.ToString(CultureInfo.InvariantCulture),
        })];
    }
}
