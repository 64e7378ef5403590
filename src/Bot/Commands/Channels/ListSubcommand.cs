using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel list</c>: the channels that get news, their rules and their status.</summary>
sealed class ListSubcommand(
    RuleFields fields,
    SubscriptionStore subscriptions,
    DeliveryHistory history,
    ArticleStore articles,
    AlertsSubcommand alerts,
    ChannelFollows follows) : ISubcommand
{
    static readonly (string State, string Label)[] Counted =
        [("sent", "posted"), ("held", "held"), ("pending", "queued"), ("failed", "failed")];

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "list",
        Description = "List channels and their status",
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var guild = call.GuildId!.Value;
        var all = await subscriptions.OfGuildAsync(guild.ToString(), ct);
        var alertsLine = await alerts.LineAsync(guild, ct);
        var followsLines = await follows.LinesAsync(guild, ct);
        if (all is [] && followsLines is [])
            return Reply.Note($"No channel gets news yet. Use `/channel setup` to choose one.\n{alertsLine}".TrimEnd());

        var counts = await history.CountsOfGuildAsync(guild.ToString(), ct);
        var lines = new List<string>();
        foreach (var subscription in all)
        {
            var names = await articles.TopicNamesAsync(subscription.Rules.Topics, ct);
            lines.Add(Line(subscription, names, counts[subscription.Channel].ToDictionary(count => count.State, count => count.Count)));
        }

        lines.AddRange(followsLines);
        if (alertsLine is not null)
            lines.Add(alertsLine);
        return new()
        {
            Embeds = [new()
            {
                Title = "News channels",
                Description = DiscordText.Shorten(string.Join('\n', lines), DiscordLimits.EmbedDescription),
                Color = TopicColor.None,
            }],
            IsPrivate = true,
        };
    }

    string Line(Subscription subscription, IReadOnlyList<string> topics, Dictionary<string, int> counts)
    {
        string?[] parts =
        [
            $"<#{subscription.Channel}>",
            RulesText.Line(fields, subscription.Rules, topics),
            subscription.FromSettings ? "set in the bot's settings" : null,
            .. Counted.Where(one => counts.ContainsKey(one.State)).Select(one => $"{counts[one.State]} {one.Label}"),
        ];
        return string.Join(" · ", parts.OfType<string>()) + (subscription.Paused is { } pause ? $"\n-# {Paused(pause)}" : "");
    }

    static string Paused(Pause pause)
    {
        var reason = pause.Reason.Length > 0 ? $": {CardText.Markdown(pause.Reason, 300)}" : "";
        return $"⏸ Paused {DiscordText.Relative(pause.Since)}{(pause.IsByBot ? " by the bot" : "")}{reason}";
    }
}
