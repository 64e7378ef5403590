using System.Globalization;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Cards;

/// <summary>Tells somebody that a channel was paused, or that its posts aren't published.</summary>
static class NoticeMessage
{
    /// <summary>The button that resumes the channel. It carries the channel and the notice.</summary>
    public const string Button = "retry";

    const int Color = 0xBF8700;

    public static CreateMessage For(Notice notice)
    {
        var (title, text) = notice.Kind switch
        {
            NoticeKind.Unpublished => (
                "Some posts aren't published",
                "has more news than Discord lets bots publish. The stories that the fewest outlets cover stay in the channel "
                + "and don't reach the servers that follow it. `/channel history` shows which; `/channel edit` lets fewer stories "
                    + "through."),
            NoticeKind.Unusable => (
                "A rule can't be used any more",
                "gets nothing new until the rule is corrected with `/channel edit`. New stories wait meanwhile, and nothing is lost."),
            _ => (
                "Channel paused",
                "gets nothing for now, because Discord refused several posts. New stories will wait, and nothing is lost."),
        };
        var reason = CardText.Markdown(notice.Reason, DiscordLimits.EmbedDescription / 2);
        return new()
        {
            Embeds = [new() { Title = title, Description = $"<#{notice.About}> {text}\n\n{reason}", Color = Color }],
            Components = notice.Kind is NoticeKind.Paused ? [ActionRow.Of(TryAgain(notice))] : [],
        };
    }

    /// <summary>Whether a message found in a channel is this notice.</summary>
    public static bool IsOf(Notice notice, Message message) => notice.Kind is NoticeKind.Paused
        ? Component.All(message.Components).OfType<Button>().Any(button => button.CustomId == IdOf(notice).ToString())
        : message.Embeds.Any(embed => embed.Description == For(notice).Embeds![0].Description);

    static Button TryAgain(Notice notice) =>
        new() { Style = ButtonStyle.Primary, Label = "Try again", CustomId = IdOf(notice).ToString() };

    static CustomId IdOf(Notice notice) => new(Button, long.Parse(notice.About, CultureInfo.InvariantCulture), notice.PublicKey);
}
