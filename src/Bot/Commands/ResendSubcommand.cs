using System.Globalization;
using Bot.Cards;
using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel resend channel story</c>: posts a story after all that failed or was left out.</summary>
sealed class ResendSubcommand(GuildSubscriptions channels, DeliveryHistory history, OrderButton orders) : ISubcommand, ISuggest
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "resend",
        Description = "Post a story after all that failed or was left out, whatever the rules say",
        Options =
        [
            ChannelOption.Spec("To which channel"),
            new() { Type = OptionType.String, Name = "story", Description = "One that the channel did not get", Required = true, Autocomplete = true },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        return await FindAsync(subscription.Channel, call.Text("story") ?? "", ct) is { } record
            ? await orders.OrderAsync(call.GuildId, call.Channel(ChannelOption.Name)!.Id, record.SubjectId, call.UserId, ct)
            : Reply.Note($"Nothing of that name failed or was left out in <#{subscription.Channel}>. Begin to type and pick one of the suggestions.");
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, ct);
        if (call.Focused?.Name != "story" || chosen.Subscription is not { } subscription)
            return [];
        var found = await history.NotSentAsync(subscription.Channel, call.Focused.Value?.ToString() ?? "", DiscordLimits.Choices, ct);
        return [.. found.Select(record => new Choice
        {
            Name = CardText.Plain($"{(record.State is DeliveryState.Failed ? "failed" : "left out")} · {record.Title}", DiscordLimits.ChoiceName),
            Value = record.Id.ToString(CultureInfo.InvariantCulture),
        })];
    }

    /// <summary>A suggestion that was picked is the delivery's number; anything else is taken for a part of the title.</summary>
    async Task<DeliveryRecord?> FindAsync(string channel, string typed, CancellationToken ct)
    {
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await history.RecordAsync(id, ct) is { Kind: DeliveryKind.Story } picked && picked.Channel == channel)
            return picked;
        return await history.NotSentAsync(channel, typed, take: 1, ct) is [var first] ? first : null;
    }
}
