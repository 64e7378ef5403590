using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel backfill channel count</c>: posts earlier stories that the channel doesn't have.</summary>
sealed class BackfillSubcommand(ChannelAdministration administration, GuildSubscriptions channels, OutboxSignal outbox) : ISubcommand
{
    const int Most = 25;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "backfill",
        Description = "Post earlier stories that the rules let through and the channel doesn't have",
        Options =
        [
            ChannelOption.Spec("To which channel"),
            new()
            {
                Type = OptionType.Integer,
                Name = "count",
                Description = $"How many of the latest stories to look at, 1 to {Most}",
                Required = true,
                MinValue = 1,
                MaxValue = Most,
            },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.ToPostAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var count = Math.Clamp(call.Integer("count") ?? 1, 1, Most);
        var queued = await administration.BackfillAsync(subscription, count, call.UserId?.ToString(), ct);
        outbox.Set();
        return Reply.Note(queued switch
        {
            0 => $"<#{subscription.Channel}> got or skipped the latest {count} stories that its rules let through. "
                + "Use `/channel history` to see them.",
            1 => $"I'll post 1 story to <#{subscription.Channel}>, as its rules allow.",
            _ => $"I'll post {queued} stories to <#{subscription.Channel}>, as its rules allow.",
        });
    }
}
