using System.Globalization;
using Discord;
using News.Storage;

namespace Bot.Cards;

/// <summary>How somebody is told that a channel was paused.</summary>
static class NoticeMessage
{
    /// <summary>What the button that resumes the channel carries: the channel, and the notice.</summary>
    public const string Button = "retry";

    const int Color = 0xBF8700;

    public static CreateMessage For(Notice notice) => new()
    {
        Embeds = [new()
        {
            Title = "A channel refuses news",
            Description = $"<#{notice.About}> gets nothing for now, since several posts were refused. What comes waits, and nothing is lost.\n\n{CardText.Markdown(notice.Reason, DiscordLimits.EmbedDescription / 2)}",
            Color = Color,
        }],
        Components = [ActionRow.Of(new Button { Style = ButtonStyle.Primary, Label = "Try again", CustomId = IdOf(notice).ToString() })],
    };

    public static bool IsOf(long notice, Message message) => Component.All(message.Components).OfType<Button>()
        .Any(button => CustomId.Parse(button.CustomId) is { Name: Button, Numbers: [_, var id] } && id == notice);

    static CustomId IdOf(Notice notice) => new(Button, long.Parse(notice.About, CultureInfo.InvariantCulture), notice.Id);
}
