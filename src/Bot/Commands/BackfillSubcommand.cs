using Bot.Posting;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel backfill channel count</c>: posts the latest stories that the channel never got, as its rules say.</summary>
sealed class BackfillSubcommand(SubscriptionStore subscriptions, GuildSubscriptions channels, OutboxSignal outbox) : ISubcommand
{
    const int Most = 25;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "backfill",
        Description = "Post the latest stories that the rules let through and the channel does not have",
        Options =
        [
            ChannelOption.Spec("To which channel"),
            new() { Type = OptionType.Integer, Name = "count", Description = $"Of how many of the latest, 1 to {Most}", Required = true, MinValue = 1, MaxValue = Most },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.ToPostAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var count = Math.Clamp(call.Integer("count") ?? 1, 1, Most);
        var queued = await subscriptions.BackfillAsync(subscription, count, call.UserId?.ToString(), ct);
        outbox.Set();
        return Reply.Note(queued switch
        {
            0 => $"<#{subscription.Channel}> had its chance of the latest {count} that its rules let through. `/channel history` shows what became of them.",
            1 => $"One story is on its way to <#{subscription.Channel}>, as its rules say.",
            _ => $"{queued} stories are on their way to <#{subscription.Channel}>, as its rules say.",
        });
    }
}
