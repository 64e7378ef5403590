using Bot.Cards;
using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;

namespace Bot.Commands.Channels;

/// <summary>What <c>/channel follow</c> says.</summary>
static class HubText
{
    const int Following = 0x1A9E5C;
    const int Asking = 0xBF8700;

    /// <summary>What a channel gets that follows one of the hub's, and how it ends.</summary>
    public static Reply Followed(string title, Snowflake channel, HubChannel followed, Button stop) => Panel(
        Following,
        [
            $"## {title} {Name(followed)}\n"
                + $"<#{channel}> gets each story that the news hub publishes{In(followed)}. Discord copies it there, "
                + "beginning with the next one.",
            $"""
            ### How that differs from `/channel add`
            - The hub's moderators choose the stories. Your rules don't apply.
            - At most {PublicationTurns.PerHour} stories come in an hour, the most important first.
            - A story is an embed without buttons.
            - Edits arrive as far as Discord passes them on, about three an hour for each story.
            - Nobody is pinged.
            """,
            $"-# To end it, press **Stop following**. {StopInDiscord(channel)}",
        ],
        stop);

    /// <param name="why">What the channel gets already.</param>
    public static Reply Question(string why, HubChannel followed, Button anyway, Button cancel) => Panel(
        Asking,
        [$"## Follow {Name(followed)}, too?\n{why} A story that fits both would come twice."],
        anyway,
        cancel);

    public static Reply Canceled(Snowflake channel, HubChannel followed) =>
        Panel(Asking, [$"Nothing has changed: <#{channel}> doesn't follow {Name(followed)}."]);

    public static Reply Stopped(Snowflake channel, HubChannel followed) =>
        Panel(Asking, [$"<#{channel}> no longer follows {Name(followed)}. Earlier stories stay."]);

    public static string NoTextChannel =>
        "Choose a text channel. Forums, threads, and announcement channels can't follow another channel.";

    public static string MissingPermission(Snowflake channel) =>
        $"To let <#{channel}> follow another channel, I need **Manage Webhooks** there. "
        + $"Open **Edit Channel → Permissions** of <#{channel}>, give it to me, and use `/channel follow` again.";

    public static string Unknown(string typed, IReadOnlyList<HubChannel> all)
    {
        if (all is [])
            return "The news hub has no channels to follow yet.";
        var list = string.Join('\n', all.Select(one => $"- {CardText.Markdown(one.Label, 150)}"));
        return $"The news hub has nothing called “{CardText.Markdown(typed, 100)}”. You can follow:\n{list}";
    }

    public static string Refusal(DiscordApiException refused, Snowflake channel, HubChannel followed) => refused.Code switch
    {
        DiscordError.MissingPermissions => MissingPermission(channel),
        DiscordError.UnknownChannel or DiscordError.MissingAccess =>
            $"I can't reach {Name(followed)} or <#{channel}> at the moment. Give me View Channel in <#{channel}>. "
            + "If I have it, the hub's channel is gone: tell the bot's operator.",
        DiscordError.TooManyWebhooks =>
            $"<#{channel}> has as many webhooks as Discord allows. Delete one in **Edit Channel → Integrations**, and try again.",
        _ => $"Discord refused it: {refused.Explanation}",
    };

    /// <summary>How moderators end it without the bot.</summary>
    public static string StopInDiscord(Snowflake channel) =>
        $"You can also open **Edit Channel → Integrations → Channels Followed** of <#{channel}>, and press **Unfollow**.";

    public static string Name(HubChannel followed) => CardText.Markdown(followed.Topics, 150);

    static string In(HubChannel followed) => followed.Name is null ? "" : $" in **#{CardText.Markdown(followed.Name[1..], 100)}**";

    static Reply Panel(int color, IEnumerable<string> texts, params IReadOnlyList<Component> buttons) => new()
    {
        Components =
        [
            new Container
            {
                AccentColor = color,
                Components =
                [
                    .. texts.Select(text => new TextDisplay { Content = text }),
                    .. buttons is [] ? (Component[])[] : [ActionRow.Of(buttons)],
                ],
            },
        ],
        IsPrivate = true,
    };
}
