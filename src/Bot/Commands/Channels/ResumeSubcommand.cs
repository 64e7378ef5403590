using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel resume channel [missed]</c></summary>
sealed class ResumeSubcommand(PauseStore pauses, GuildSubscriptions channels, OutboxSignal outbox) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "resume",
        Description = "Resume posting to a paused channel",
        Options =
        [
            ChannelOption.Spec("Which channel"),
            new()
            {
                Type = OptionType.Boolean,
                Name = "missed",
                Description = "Post the stories that came during the pause (default: yes)",
            },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var withMissed = call.Flag("missed") ?? true;
        if (await pauses.ResumeAsync(subscription.Channel, withMissed, call.UserId?.ToString(), ct) is not { } missed)
            return Reply.Note($"<#{subscription.Channel}> is not paused.");
        outbox.Set();
        return Reply.Note($"<#{subscription.Channel}> gets news again. {MissedText(missed, withMissed)}");
    }

    /// <summary>What happens to the stories that came during the pause.</summary>
    public static string MissedText(int missed, bool withMissed) => (missed, withMissed) switch
    {
        (0, _) => "No stories came during the pause.",
        (1, true) => "I'll post the story that came during the pause, as the rules allow.",
        (_, true) => $"I'll post the {missed} stories that came during the pause, as the rules allow.",
        (1, false) => "The story that came during the pause was skipped. Use `/channel post` to post it.",
        (_, false) => $"The {missed} stories that came during the pause were skipped. Use `/channel post` to post one.",
    };
}
