using Bot.Commands.Interactions;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Commands.Channels;

/// <summary>All channels of a server together may have only so many regular expressions, which take long to search for.</summary>
sealed class ExpressionLimit(ChannelAdministration administration)
{
    /// <summary>Rules that were saved before there was a limit can still be changed to fewer expressions.</summary>
    /// <param name="subscription">As it is now.</param>
    /// <param name="rules">As they are to be.</param>
    /// <returns>What the person gets if there would be too many; null if there wouldn't.</returns>
    public async Task<Reply?> RefusalAsync(Subscription subscription, ChannelRules rules, CancellationToken ct)
    {
        var others = await administration.ExpressionsInOthersAsync(subscription, ct);
        return Refusal(others + subscription.Rules.Expressions, others + rules.Expressions);
    }

    /// <inheritdoc cref="RefusalAsync"/>
    /// <param name="known">All channels of the server, as they are now.</param>
    public static Reply? Refusal(IReadOnlyList<Subscription> known, ChannelsPlan plan)
    {
        var before = known.Sum(channel => channel.Rules.Expressions);
        return Refusal(before, before + plan.Changes.Sum(change => change.After.Expressions - (change.Before?.Rules.Expressions ?? 0)));
    }

    static Reply? Refusal(int before, int after) => after <= before || after <= ChannelRules.MostExpressions ? null : Reply.Note(
        $"All channels of a server together can have {ChannelRules.MostExpressions} regular expressions. With this change there "
        + $"would be {after}. Write words instead, or remove some.");
}
