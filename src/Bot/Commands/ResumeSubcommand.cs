using Bot.Posting;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel resume channel [missed]</c></summary>
sealed class ResumeSubcommand(PauseStore pauses, GuildSubscriptions channels, OutboxSignal outbox) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "resume",
        Description = "Post to a paused channel again",
        Options =
        [
            ChannelOption.Spec("Which channel"),
            new() { Type = OptionType.Boolean, Name = "missed", Description = "Whether what came meanwhile is posted, too (otherwise it is)" },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.ToChangeAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var withMissed = call.Flag("missed") ?? true;
        if (await pauses.ResumeAsync(subscription.Channel, withMissed, call.UserId?.ToString(), ct) is not { } missed)
            return Reply.Note($"<#{subscription.Channel}> was not paused.");
        outbox.Set();
        return Reply.Note($"<#{subscription.Channel}> gets news again. {Told(missed, withMissed)}");
    }

    /// <summary>What becomes of what came meanwhile.</summary>
    public static string Told(int missed, bool withMissed) => (missed, withMissed) switch
    {
        (0, _) => "Nothing came meanwhile.",
        (1, true) => "The story that came meanwhile is on its way, as the rules allow.",
        (_, true) => $"The {missed} stories that came meanwhile are on their way, as the rules allow.",
        (1, false) => "The story that came meanwhile is left out; `/channel resend` posts it after all.",
        (_, false) => $"The {missed} stories that came meanwhile are left out; `/channel resend` posts one after all.",
    };
}
