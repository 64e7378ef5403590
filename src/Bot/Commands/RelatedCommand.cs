using System.Globalization;
using Bot.Cards;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/related article</c></summary>
sealed class RelatedCommand(ArticleStore articles, CoveragePages pages) : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "related",
        Description = "What else was written about an article",
        Options = [new() { Type = OptionType.String, Name = "article", Description = "Its title, or a part of it", Required = true, Autocomplete = true }],
    };

    /// <summary>A suggestion that was picked is the article's number; anything else is taken for a part of its title.</summary>
    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var typed = call.Text("article") ?? "";
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await articles.ArticleAsync(id, ct) is not null)
            return await pages.ShowAsync(id, ct);
        return await articles.TitlesLikeAsync(typed, take: 1, ct) is [var first, ..]
            ? await pages.ShowAsync(first.Id, ct)
            : Reply.Note($"No article's title holds “{CardText.Markdown(typed, 100)}”. Begin to type and pick one of the suggestions.");
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var found = await articles.TitlesLikeAsync(call.Focused?.Value?.ToString() ?? "", DiscordLimits.Choices, ct);
        return [.. found.Select(headline => new Choice
        {
            Name = CardText.Plain(headline.Title, DiscordLimits.ChoiceName),
            Value = headline.Id.ToString(CultureInfo.InvariantCulture),
        })];
    }
}
