using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel pause channel</c></summary>
sealed class PauseSubcommand(PauseStore pauses, GuildSubscriptions channels) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "pause",
        Description = "Post nothing to a channel for now; what comes waits",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.ToChangeAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return await pauses.PauseAsync(subscription.Channel, reason: "", call.UserId?.ToString(), ct)
            ? Reply.Note($"<#{subscription.Channel}> is paused. What comes waits; `/channel resume` goes on.")
            : Reply.Note($"<#{subscription.Channel}> was paused already. `/channel resume` goes on.");
    }
}
