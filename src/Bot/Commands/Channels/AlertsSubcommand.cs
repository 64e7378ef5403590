using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel alerts [channel]</c>: sends alerts about broken files to a channel; without a channel, shows the current one,
/// with a button that turns alerts off after a confirmation.
/// </summary>
sealed class AlertsSubcommand(AlertStore alerts, OutboxSignal outbox) : ISubcommand, IButton
{
    const string TurnOff = "off";
    const string Confirm = "confirm";
    const string Keep = "keep";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "alerts",
        Description = "Send alerts about broken files to a channel, or turn them off",
        Options =
        [
            ChannelOption.Spec("Which channel (leave empty to see the current one, or to turn alerts off)") with
            {
                Required = false,
                ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement],
            },
        ],
    };

    public string Name => "alerts";

    public Access Access => Access.Moderators;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.Channel(ChannelOption.Name) is { } channel
        ? ChooseAsync(call.GuildId!.Value, channel, ct)
        : ShowAsync(call.GuildId!.Value, ct);

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => interaction switch
    {
        { GuildId: { } guild, CustomId.Words: TurnOff } => AskAsync(guild, ct),
        { GuildId: { } guild, CustomId.Words: Confirm } => TurnOffAsync(guild, ct),
        { GuildId: { } guild, CustomId.Words: Keep } => KeepAsync(guild, ct),
        _ => Task.FromResult(Reply.Note("This button has expired. Use `/channel alerts` again.")),
    };

    /// <summary>For the list of channels; null if no channel gets alerts.</summary>
    public async Task<string?> LineAsync(Snowflake guild, CancellationToken ct) =>
        await alerts.ChannelOfAsync(guild.ToString(), ct) is { } channel ? $"<#{channel}> · gets alerts about broken files" : null;

    async Task<Reply> ChooseAsync(Snowflake guild, Channel channel, CancellationToken ct)
    {
        if (ChannelOption.Refusal(channel, ChannelRules.Default) is { } refusal)
            return refusal;

        var current = await alerts.TellAsync(guild.ToString(), channel.Id.ToString(), ct);
        outbox.Set();
        return Reply.Note(current switch
        {
            null => $"<#{channel.Id}> already gets alerts about broken files.",
            0 => $"{Chosen(channel)} There are no problems now.",
            1 => $"{Chosen(channel)} There is 1 problem now; I'll post it there.",
            _ => $"{Chosen(channel)} There are {current} problems now; I'll post them there.",
        });
    }

    async Task<Reply> ShowAsync(Snowflake guild, CancellationToken ct) => await alerts.ChannelOfAsync(guild.ToString(), ct) is { } channel
        ? new()
        {
            Content = $"<#{channel}> gets alerts about broken files. To move them, use `/channel alerts` with another channel.",
            Components = [ActionRow.Of(Button("Turn off", ButtonStyle.Secondary, TurnOff))],
            IsPrivate = true,
        }
        : Reply.Note("No channel gets alerts about broken files. Use `/channel alerts` with a channel to choose one.");

    async Task<Reply> AskAsync(Snowflake guild, CancellationToken ct) => await alerts.ChannelOfAsync(guild.ToString(), ct) is { } channel
        ? new()
        {
            Content = $"Turn off alerts in <#{channel}>? Nobody will be told when a file is broken.",
            Components = [ActionRow.Of(Button("Turn off", ButtonStyle.Danger, Confirm), Button("Keep", ButtonStyle.Secondary, Keep))],
            Replaces = true,
        }
        : AlreadyOff;

    async Task<Reply> TurnOffAsync(Snowflake guild, CancellationToken ct) => await alerts.SilenceAsync(guild.ToString(), ct) is { } channel
        ? new() { Content = $"<#{channel}> no longer gets alerts. Earlier alerts stay.", Replaces = true }
        : AlreadyOff;

    async Task<Reply> KeepAsync(Snowflake guild, CancellationToken ct) => await ShowAsync(guild, ct) with { Replaces = true };

    static Reply AlreadyOff => new() { Content = "Alerts are already off.", Replaces = true };

    static string Chosen(Channel channel) =>
        $"<#{channel.Id}> now gets alerts about broken files. Each alert is updated when its problem is fixed.";

    Button Button(string label, ButtonStyle style, string action) =>
        new() { Style = style, Label = label, CustomId = new CustomId(Name) { Words = action }.ToString() };
}
