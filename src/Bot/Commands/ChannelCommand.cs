using Bot.Cards;
using Bot.Posting;
using Discord;
using News;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel add|alerts|list|remove</c>: which channels of a guild get which news. For those with Manage Server, unless the guild says otherwise.</summary>
sealed class ChannelCommand(SubscriptionStore subscriptions, ArticleStore articles, AlertsSubcommand alerts, OutboxSignal outbox) : ISlashCommand, ISuggest
{
    const int DefaultLatest = 3;
    const int MostLatest = 10;

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "channel",
        Description = "Choose the channels that news is posted to",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild],
        Options =
        [
            new()
            {
                Type = OptionType.SubCommand,
                Name = "add",
                Description = "Post news to a channel, or change its topics",
                Options =
                [
                    ChannelOption.Spec("Where to post"),
                    TopicOption.Named("topics", "Only these topics, separated by commas (otherwise every topic)"),
                    new()
                    {
                        Type = OptionType.Integer,
                        Name = "latest",
                        Description = $"How many of the latest articles to post at once, 0 to {MostLatest} (otherwise {DefaultLatest})",
                        MinValue = 0,
                        MaxValue = MostLatest,
                    },
                ],
            },
            AlertsSubcommand.Spec,
            new() { Type = OptionType.SubCommand, Name = "list", Description = "The channels that get news" },
            new()
            {
                Type = OptionType.SubCommand,
                Name = "remove",
                Description = "Post no more news to a channel",
                Options = [ChannelOption.Spec("Which channel")],
            },
        ],
    };

    public bool IsPrivate => true;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call switch
    {
        { GuildId: null } => Task.FromResult(Reply.Note("Channels are chosen in a server. Use this command there.")),
        { Subcommand: "add" } => AddAsync(call, ct),
        { Subcommand: AlertsSubcommand.Name } => alerts.RunAsync(call, ct),
        { Subcommand: "remove" } => RemoveAsync(call, ct),
        _ => ListAsync(call.GuildId.Value, ct),
    };

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => TopicOption.SuggestListAsync(articles, call, ct);

    async Task<Reply> AddAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Channel("channel") is not { } channel)
            return Reply.Note("Name a channel to post to.");
        if (await subscriptions.OfChannelAsync(channel.Id.ToString(), ct) is { FromSettings: true })
            return DeclaredInSettings(channel);
        if (ChannelOption.Refusal(channel) is { } refusal)
            return refusal;

        var topics = new List<Topic>();
        foreach (var name in (call.Text("topics") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (await articles.TopicAsync(name, ct) is not { } topic)
                return await TopicOption.UnknownAsync(articles, name, ct);
            topics.Add(topic);
        }

        var isNew = await subscriptions.OfChannelAsync(channel.Id.ToString(), ct) is null;
        var queued = await subscriptions.SaveAsync(
            new()
            {
                Channel = channel.Id.ToString(),
                Guild = call.GuildId.ToString(),
                Rules = new() { Topics = [.. topics.Select(topic => topic.Slug)] },
                Latest = Math.Clamp(call.Integer("latest") ?? DefaultLatest, 0, MostLatest),
            },
            by: null,
            ct);
        outbox.Set();

        var what = topics is [] ? "news of every topic" : $"news on {string.Join(", ", topics.Select(topic => CardText.Markdown(topic.Name, 60)))}";
        var now = (isNew, queued) switch
        {
            (false, _) => "It was on the list already; its topics are changed.",
            (true, 0) => "The next article will be the first.",
            (true, 1) => "The latest article is on its way.",
            (true, _) => $"The latest {queued} articles are on their way.",
        };
        return Reply.Note($"<#{channel.Id}> gets {what}. {now}");
    }

    async Task<Reply> RemoveAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Channel("channel") is not { } channel)
            return Reply.Note("Name the channel to remove.");
        if (await subscriptions.OfChannelAsync(channel.Id.ToString(), ct) is { FromSettings: true })
            return DeclaredInSettings(channel);
        return await subscriptions.RemoveAsync(channel.Id.ToString(), by: null, ct)
            ? Reply.Note($"<#{channel.Id}> gets no more news. What was posted stays.")
            : Reply.Note($"<#{channel.Id}> gets no news. `/channel list` shows the channels that do.");
    }

    async Task<Reply> ListAsync(Snowflake guild, CancellationToken ct)
    {
        var all = await subscriptions.OfGuildAsync(guild.ToString(), ct);
        var told = await alerts.LineAsync(guild, ct);
        if (all is [])
            return Reply.Note($"No channel gets news yet. `/channel add` chooses one.{(told is null ? "" : $"\n{told}")}");

        var lines = new List<string>();
        foreach (var subscription in all)
        {
            var topics = new List<string>();
            foreach (var slug in subscription.Rules.Topics)
                topics.Add(CardText.Markdown((await articles.TopicAsync(slug, ct))?.Name ?? slug, 60));
            var what = topics is [] ? "every topic" : string.Join(", ", topics);
            lines.Add($"<#{subscription.Channel}> · {what}{(subscription.FromSettings ? " · from the bot's settings" : "")}");
        }

        if (told is not null)
            lines.Add(told);
        return new()
        {
            Embeds = [new() { Title = "Channels that get news", Description = DiscordText.Shorten(string.Join('\n', lines), DiscordLimits.EmbedDescription), Color = StoryMessage.Color }],
            IsPrivate = true,
        };
    }

    static Reply DeclaredInSettings(Channel channel) =>
        Reply.Note($"<#{channel.Id}> is declared in the bot's settings, under Channels. Whoever runs the bot can change it there.");
}
