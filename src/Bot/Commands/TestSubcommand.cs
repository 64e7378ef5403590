using Bot.Cards;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel test channel</c>: what would be posted now, and a button that posts it.</summary>
sealed class TestSubcommand(GuildSubscriptions channels, DeliveryHistory history, RulesTrial trial, TimeProvider clock) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "test",
        Description = "See what a channel's rules let through now, and post one if you like",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var result = await trial.OfAsync(subscription.Rules, ct);
        var told = $"<#{subscription.Channel}> {result.Told}.";
        if (result.Passing is not [var newest, ..])
            return Reply.Note(told);

        var card = StoryMessage.For(newest, new() { Now = clock.GetUtcNow(), Language = subscription.Rules.Language });
        var there = await history.OfStoryAsync(subscription.Channel, newest.Id, ct);
        return new()
        {
            Content = $"{told} The newest of them{(there is null ? "" : $" ({DeliveryText.State(there)})")}:",
            Embeds = card.Embeds ?? [],
            Components = [ActionRow.Of(new Button
            {
                Style = ButtonStyle.Primary,
                Label = "Post it now",
                CustomId = OrderButton.IdOf(subscription.Channel, newest.Id).ToString(),
                Disabled = there is { Message: not null } || subscription.Paused is not null,
            })],
            IsPrivate = true,
        };
    }
}
