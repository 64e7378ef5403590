using Articles;
using Articles.Stories;
using Discord.Models;

namespace Bot.Cards;

/// <summary>A story's card as an embed, for channels that publish to others.</summary>
static class StoryEmbed
{
    public static CreateMessage Of(Story story, CardState state)
    {
        var card = state.IsWithdrawn ? StoryCard.Withdrawn(story, state) : StoryCard.Of(story, state);
        var embed = Of(card) with
        {
            Title = state.IsWithdrawn ? card.Headline : CardText.Markdown(StoryCard.TitleOf(story.Lead), DiscordLimits.EmbedTitle),
            Url = state.IsWithdrawn ? null : CardText.Link(story.Lead.Link),
        };
        return new()
        {
            Content = state.Pings is [] ? null : string.Join(' ', state.Pings.Select(ping => $"<@&{ping.Role}>")),
            Embeds = [embed],
            Components = card.Buttons is [] ? [] : [ActionRow.Of(card.Buttons)],
        };
    }

    public static Embed Of(StoryCard card) => new()
    {
        Title = card.Headline.Length > 0 ? card.Headline : null,
        Description = Description(card) is { Length: > 0 } text ? text : null,
        Image = card.Picture is { IsLarge: true } large ? new() { Url = large.Url } : null,
        Thumbnail = card.Picture is { IsLarge: false } small ? new() { Url = small.Url } : null,
        Color = card.Color,
    };

    /// <summary>By its address, or, where the card has none since it was too long or the story was withdrawn, by its title.</summary>
    public static bool IsOf(Article article, Embed embed)
    {
        if (embed.Url is { } address)
            return address == CardText.Link(article.Link);
        return embed.Title == CardText.Struck(article.Title, DiscordLimits.EmbedTitle)
            || (CardText.Link(article.Link) is null
                && embed.Title == CardText.Markdown(StoryCard.TitleOf(article), DiscordLimits.EmbedTitle));
    }

    static string Description(StoryCard card)
    {
        var coverage = card.Coverage;
        string?[] blocks =
        [
            CardText.Lines(CardText.Small(card.Facts), card.Excerpt),
            CardText.Lines([coverage.Summary, .. coverage.Rows, CardText.Small(coverage.Others)]),
            CardText.Small(card.Note),
        ];
        return string.Join("\n\n", blocks.Where(block => !string.IsNullOrEmpty(block)));
    }
}
