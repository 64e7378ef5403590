using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel remove channel</c></summary>
sealed class RemoveSubcommand(SubscriptionStore subscriptions, GuildSubscriptions channels) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "remove",
        Description = "Post no more news to a channel",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.ToChangeAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        await subscriptions.RemoveAsync(subscription.Channel, call.UserId?.ToString(), ct);
        return Reply.Note($"<#{subscription.Channel}> gets no more news. What was posted stays.");
    }
}
