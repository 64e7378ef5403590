using Bot.Cards;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// A private note with a button that runs the command again with other options: a name that was probably meant, or a longer time. The
/// note's footer shows that command and is the button's state, since a custom_id has no room for a search.
/// </summary>
static class AgainNote
{
    /// <summary>The name of the button's handler.</summary>
    public const string Handler = "again";

    /// <param name="label">On the button.</param>
    /// <param name="call">What was typed.</param>
    /// <param name="changed">Options with the values to run it with.</param>
    public static Reply Of(string text, string label, SlashCall call, params IReadOnlyList<(string Option, string Value)> changed)
    {
        var again = changed.Aggregate(call, (one, option) => one.With(option.Option, option.Value));
        if (ShownCall.Of(again) is not { Length: <= DiscordLimits.EmbedFooter } shown)
            return Reply.Note(text);
        return new()
        {
            Embeds = [new()
            {
                Description = DiscordText.Shorten(text, DiscordLimits.EmbedDescription),
                Footer = new() { Text = shown },
                Color = TopicColor.None,
            }],
            Components = [ActionRow.Of(new Button
            {
                Style = ButtonStyle.Primary,
                Label = CardText.Plain(label, DiscordLimits.ButtonLabel),
                CustomId = IdOf(call).ToString(),
            })],
            IsPrivate = true,
        };
    }

    /// <summary>The command that a note shows; null if there is no such command any more.</summary>
    public static SlashCall? Read(CustomIdInteraction pressed, Func<string, ApplicationCommand?> specs) =>
        pressed.Message?.Embeds is [{ Footer.Text: { } shown }] && ShownCall.Read(shown, specs) is { } call
            ? call with
            {
                GuildId = pressed.GuildId,
                ChannelId = pressed.ChannelId,
                UserId = pressed.UserId,
                Member = pressed.Member,
                Language = pressed.Language,
                AllowsFiles = pressed.AllowsFiles,
                Channels = Channels(pressed.CustomId).ToDictionary(channel => channel.Id),
            }
            : null;

    /// <summary>With the type of the channel in the options, which Discord says only once.</summary>
    static CustomId IdOf(SlashCall call) => new(
        Handler,
        [.. call.Channels.Values.Take(1).SelectMany(channel => (long[])[(long)channel.Id.Value, (long)channel.Type])]);

    static IEnumerable<Channel> Channels(CustomId id) =>
        id.Numbers is [var channel and > 0, var type] ? [new() { Id = new((ulong)channel), Type = (ChannelType)type }] : [];
}
