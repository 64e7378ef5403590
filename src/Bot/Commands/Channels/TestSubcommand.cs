using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel test channel</c>: what a channel would get now, with a button that posts it.</summary>
sealed class TestSubcommand(GuildSubscriptions channels, PostPreview preview) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "test",
        Description = "See what a channel would get now, and post it",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        return chosen.Subscription is { } subscription
            ? await preview.OfAsync(subscription, isSaved: true, ct)
            : Reply.Note(chosen.Refusal);
    }
}
