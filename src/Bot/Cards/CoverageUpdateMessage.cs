using Articles.Stories;
using Bot.Texts;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Cards;

/// <summary>How it is told that outlets took up a story: silently below its post in a forum, or privately to who follows it.</summary>
static class CoverageUpdateMessage
{
    const int MostLines = 8;
    const int LineLength = 450;

    /// <returns>Null where none of the outlets has the story any more.</returns>
    public static CreateMessage? For(Story story, CoverageUpdate news, CardState state, bool isPrivate)
    {
        var lines = news.Outlets
            .Select(outlet => story.Coverage.All.FirstOrDefault(line => line.Outlet == outlet))
            .OfType<CoverageLine>()
            .ToList();
        if (lines is [])
            return null;
        var words = BotTexts.Of(state.Language).Cards;
        string?[] told =
        [
            isPrivate ? Headline(story) : null,
            words.TakenUp(lines.Count, story.Coverage.Outlets),
            .. lines.Take(MostLines).Select(line => CoverageText.Line(line, state, LineLength)),
            lines.Count > MostLines ? words.AndMore(lines.Count - MostLines) : null,
        ];
        return new()
        {
            // Without a title, by which it could be taken for the story's card.
            Embeds = [new() { Description = string.Join('\n', told.OfType<string>()), Color = TopicColor.None }],
            Components = [ActionRow.Of(Buttons(story, news, words, isPrivate))],
            AllowedMentions = AllowedMentions.None,
            Flags = isPrivate && !state.IsSilent ? MessageFlags.None : MessageFlags.SuppressNotifications,
        };
    }

    static string Headline(Story story) =>
        CardText.Linked(story.Lead.Title, story.Lead.Link, DiscordLimits.EmbedDescription / 4, title => $"**{title}**",
            DiscordLimits.EmbedTitle);

    /// <summary>Whether a message, found in a channel, is this one.</summary>
    /// <param name="news">Its public key.</param>
    public static bool IsOf(long news, Message message) =>
        Component.All(message.Components).OfType<Button>().Any(button => CoverageButton.IsOfUpdate(button.CustomId, news));

    static Button Stop(Story story, CardTexts words) =>
        new() { Style = ButtonStyle.Secondary, Label = words.StopFollowing, CustomId = FollowButton.Stop(story.PublicKey).ToString() };

    static IReadOnlyList<Button> Buttons(Story story, CoverageUpdate news, CardTexts words, bool isPrivate)
    {
        var all = StoryButtons.Coverage(story, words, CoverageButton.OfUpdate(story.PublicKey, news.PublicKey));
        return isPrivate
            ? [all, Stop(story, words)]
            : [all];
    }
}
