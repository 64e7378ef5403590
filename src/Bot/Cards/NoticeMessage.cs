using System.Globalization;
using Discord;
using News;

namespace Bot.Cards;

/// <summary>How somebody is told that a channel was paused, or that its cards stay unpublished.</summary>
static class NoticeMessage
{
    /// <summary>What the button that resumes the channel carries: the channel, and the notice.</summary>
    public const string Button = "retry";

    const int Color = 0xBF8700;

    public static CreateMessage For(Notice notice)
    {
        var (title, said) = notice.Kind switch
        {
            NoticeKind.Unpublished => ("Cards stay unpublished", "has more news than Discord lets be published. What fewest outlets have stays in the channel, and is not sent on to those that follow it. `/channel history` shows which; `/channel edit` lets less through."),
            _ => ("A channel refuses news", "gets nothing for now, since several posts were refused. What comes waits, and nothing is lost."),
        };
        return new()
        {
            Embeds = [new() { Title = title, Description = $"<#{notice.About}> {said}\n\n{CardText.Markdown(notice.Reason, DiscordLimits.EmbedDescription / 2)}", Color = Color }],
            Components = notice.Kind is NoticeKind.Paused ? [ActionRow.Of(new Button { Style = ButtonStyle.Primary, Label = "Try again", CustomId = IdOf(notice).ToString() })] : [],
        };
    }

    /// <summary>Whether a message, found in a channel, is this one.</summary>
    public static bool IsOf(Notice notice, Message message) => notice.Kind is NoticeKind.Paused
        ? Component.All(message.Components).OfType<Button>().Any(button => button.CustomId == IdOf(notice).ToString())
        : message.Embeds.Any(embed => embed.Description == For(notice).Embeds![0].Description);

    static CustomId IdOf(Notice notice) => new(Button, long.Parse(notice.About, CultureInfo.InvariantCulture), notice.Id);
}
