using Bot.Cards;
using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel list</c>: which channels get what, and how it goes.</summary>
sealed class ListSubcommand(SubscriptionStore subscriptions, DeliveryHistory history, ArticleStore articles, AlertsSubcommand alerts) : ISubcommand
{
    static readonly (string State, string Words)[] Counted = [("sent", "posted"), ("held", "held"), ("pending", "on their way"), ("failed", "failed")];

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "list",
        Description = "The channels that get news, their rules, and how it goes",
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var guild = call.GuildId!.Value;
        var all = await subscriptions.OfGuildAsync(guild.ToString(), ct);
        var told = await alerts.LineAsync(guild, ct);
        if (all is [])
            return Reply.Note($"No channel gets news yet. `/channel add` chooses one.{(told is null ? "" : $"\n{told}")}");

        var counts = await history.CountsOfGuildAsync(guild.ToString(), ct);
        var lines = new List<string>();
        foreach (var subscription in all)
        {
            var names = await TopicOption.NamesAsync(articles, subscription.Rules.Topics, ct);
            lines.Add(Line(subscription, names, counts[subscription.Channel].ToDictionary(count => count.State, count => count.Count)));
        }

        if (told is not null)
            lines.Add(told);
        return new()
        {
            Embeds = [new() { Title = "Channels that get news", Description = DiscordText.Shorten(string.Join('\n', lines), DiscordLimits.EmbedDescription), Color = StoryMessage.Color }],
            IsPrivate = true,
        };
    }

    static string Line(Subscription subscription, IReadOnlyList<string> topics, Dictionary<string, int> counts)
    {
        string?[] parts =
        [
            $"<#{subscription.Channel}>",
            RulesText.Line(subscription.Rules, topics),
            subscription.FromSettings ? "from the bot's settings" : null,
            .. Counted.Where(one => counts.ContainsKey(one.State)).Select(one => $"{counts[one.State]} {one.Words}"),
        ];
        var paused = subscription.Paused is { } pause
            ? $"\n-# ⏸ Paused {DiscordText.Relative(pause.Since)}{(pause.IsByBot ? " by itself" : "")}{(pause.Reason.Length > 0 ? $": {CardText.Markdown(pause.Reason, 300)}" : "")}"
            : "";
        return string.Join(" · ", parts.OfType<string>()) + paused;
    }
}
