using Articles.Stories;
using Bot.Texts;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Cards;

/// <summary>How it is told that outlets took up a story: silently below its post in a forum, or privately to who follows it.</summary>
static class CoverageUpdateMessage
{
    const int MostRows = 8;
    const int RowLength = 400;
    const int TitleLength = 100;
    const int HeadlineLength = 1000;

    /// <returns>Null where none of the outlets has the story any more.</returns>
    public static CreateMessage? For(Story story, CoverageUpdate news, CardState state, bool isPrivate)
    {
        var lines = news.Outlets
            .Select(outlet => story.Coverage.All.FirstOrDefault(line => line.Outlet == outlet))
            .OfType<CoverageLine>()
            .ToList();
        if (lines is [])
            return null;
        var linked = Draw(story, lines, news, state, isPrivate, RowLength);
        return new()
        {
            Components = MessageSize.Fits(linked) ? linked : Draw(story, lines, news, state, isPrivate, rowLength: 0),
            AllowedMentions = AllowedMentions.None,
            Flags = MessageFlags.IsComponentsV2
                | (isPrivate && !state.IsSilent ? MessageFlags.None : MessageFlags.SuppressNotifications),
        };
    }

    static IReadOnlyList<Component> Draw(
        Story story, List<CoverageLine> lines, CoverageUpdate news, CardState state, bool isPrivate, int rowLength)
    {
        var words = BotTexts.Of(state.Language).Cards;
        string[] texts = [Heading(story, lines.Count, words, isPrivate), Rows(lines, words, rowLength)];
        return
        [
            new Container
            {
                AccentColor = TopicColor.Of(story.Topics is [var topic, ..] ? topic : null),
                Components =
                [
                    .. texts.Where(text => text.Length > 0).Select(text => new TextDisplay { Content = text }),
                    ActionRow.Of(Buttons(story, news, words, isPrivate)),
                ],
            },
        ];
    }

    /// <summary>To a member, first why it came. The first line is no headline, by which this could be taken for the story's card.</summary>
    static string Heading(Story story, int count, CardTexts words, bool isPrivate)
    {
        var news = words.TakenUp(count, story.Coverage.Outlets);
        return isPrivate
            ? CardText.Lines(
                CardText.Small(words.FollowedStory(news)),
                CardText.Linked(
                    StoryCard.TitleOf(story.Lead), story.Lead.Link, HeadlineLength, title => $"### {title}", StoryCard.TitleLength))
            : $"**{news}**";
    }

    static string Rows(List<CoverageLine> lines, CardTexts words, int length) => CardText.Lines(
    [
        .. lines.Take(MostRows).Select(line => CoverageText.Row(line, words, length, TitleLength)),
        lines.Count > MostRows ? CardText.Small(words.AndMore(lines.Count - MostRows)) : null,
    ]);

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
