using Bot.Posting;
using Discord;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel alerts [channel]</c>: where moderators are told about broken files; without a channel, nowhere.</summary>
sealed class AlertsSubcommand(AlertStore alerts, OutboxSignal outbox) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "alerts",
        Description = "Tell a channel about broken articles, and when they are mended",
        Options = [ChannelOption.Spec("Which channel (otherwise alerts are turned off)") with { Required = false, ChannelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement] }],
    };

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.Channel("channel") is { } channel
        ? TellAsync(call.GuildId!.Value, channel, ct)
        : SilenceAsync(call.GuildId!.Value, ct);

    /// <summary>What the list of channels says of it; null where nobody is told.</summary>
    public async Task<string?> LineAsync(Snowflake guild, CancellationToken ct) =>
        await alerts.ChannelOfAsync(guild.ToString(), ct) is { } channel ? $"<#{channel}> · told about broken articles" : null;

    async Task<Reply> TellAsync(Snowflake guild, Channel channel, CancellationToken ct)
    {
        if (ChannelOption.Refusal(channel, ChannelRules.Default) is { } refusal)
            return refusal;

        var standing = await alerts.TellAsync(guild.ToString(), channel.Id.ToString(), ct);
        outbox.Set();
        var now = standing switch
        {
            null => "It was told already.",
            0 => "Nothing is wrong now.",
            1 => "The problem that stands now is on its way.",
            _ => $"The {standing} problems that stand now are on their way.",
        };
        return Reply.Note($"<#{channel.Id}> is told about broken articles: once each, and in the same message when they are mended. {now}");
    }

    async Task<Reply> SilenceAsync(Snowflake guild, CancellationToken ct) => await alerts.SilenceAsync(guild.ToString(), ct) is { } channel
        ? Reply.Note($"<#{channel}> is told about broken articles no more. What was told stays as it is.")
        : Reply.Note("No channel is told about broken articles. `/channel alerts` with a channel chooses one.");
}
