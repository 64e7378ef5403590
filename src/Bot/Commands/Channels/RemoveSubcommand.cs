using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel remove channel</c></summary>
sealed class RemoveSubcommand(ChannelAdministration administration, GuildSubscriptions channels) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "remove",
        Description = "Stop posting news to a channel",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        await administration.RemoveAsync(subscription.Channel, call.UserId?.ToString(), ct);
        return Reply.Note($"<#{subscription.Channel}> gets no more news. Earlier posts stay.");
    }
}
