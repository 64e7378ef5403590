using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel pause channel</c></summary>
sealed class PauseSubcommand(PauseStore pauses, GuildSubscriptions channels) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "pause",
        Description = "Pause a channel; new stories wait until it is resumed",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return await pauses.PauseAsync(subscription.Channel, reason: "", call.UserId?.ToString(), ct)
            ? Reply.Note($"<#{subscription.Channel}> is paused. New stories will wait until `/channel resume`.")
            : Reply.Note($"<#{subscription.Channel}> is already paused. Use `/channel resume` to continue.");
    }
}
