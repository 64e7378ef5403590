using Bot.Languages;
using Bot.Posting;
using Discord;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel add channel [topics] [latest]</c>: a channel gets news from now on; one that does may get other topics.</summary>
sealed class AddSubcommand(SubscriptionStore subscriptions, GuildSubscriptions channels, ArticleStore articles, OutboxSignal outbox) : ISubcommand, ISuggest
{
    const int DefaultLatest = 3;
    const int MostLatest = 10;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "add",
        Description = "Post news to a channel, forum or thread, or change its topics",
        Options =
        [
            ChannelOption.Spec("Where to post"),
            TopicOption.Named("topics", "Only these topics, separated by commas (otherwise every topic)"),
            new()
            {
                Type = OptionType.Integer,
                Name = "latest",
                Description = $"How many of the latest stories to post at once, 0 to {MostLatest} (otherwise {DefaultLatest})",
                MinValue = 0,
                MaxValue = MostLatest,
            },
        ],
    };

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => TopicOption.SuggestListAsync(articles, call, ct);

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Channel(ChannelOption.Name) is not { } channel)
            return Reply.Note("Name a channel to post to.");
        var known = await subscriptions.OfChannelAsync(channel.Id.ToString(), ct);
        if (known is not null && (await channels.ToChangeAsync(call.GuildId, channel.Id, ct)) is { Subscription: null } refused)
            return Reply.Note(refused.Refusal);
        var rules = known?.Rules ?? ChannelRules.Default;
        if (ChannelOption.Refusal(channel, rules) is { } refusal)
            return refusal;

        var topics = new List<Topic>();
        foreach (var name in (call.Text("topics") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (await articles.TopicAsync(name, ct) is not { } topic)
                return await TopicOption.UnknownAsync(articles, name, Words.English.Answers, ct);
            topics.Add(topic);
        }

        if (known is not null && topics is [])
            return Reply.Note($"<#{channel.Id}> is on the list already. `/channel edit` shows and changes its rules.");
        var queued = await subscriptions.SaveAsync(
            (known ?? new()
            {
                Channel = channel.Id.ToString(),
                Guild = call.GuildId.ToString(),
                Destination = Destinations.Of(channel),
                Latest = Math.Clamp(call.Integer("latest") ?? DefaultLatest, 0, MostLatest),
            }) with
            { Rules = rules with { Topics = [.. topics.Select(topic => topic.Slug)] } },
            call.UserId?.ToString(),
            ct);
        outbox.Set();

        var what = topics is [] ? "news of every topic" : $"news on {RulesText.Topics([.. topics.Select(topic => topic.Name)])}";
        var now = (known, queued) switch
        {
            (not null, _) => "It was on the list already; its topics are changed.",
            (null, 0) => "The next story will be the first.",
            (null, 1) => "The latest story is on its way.",
            (null, _) => $"The latest {queued} stories are on their way.",
        };
        var tags = known is null && Destinations.Of(channel) is Destination.Forum ? " Where it has tags named Developing and Settled, each post bears the one that is true." : "";
        return Reply.Note($"<#{channel.Id}> gets {what}. {now}{(known is null ? " `/channel edit` sets when, how much and how loud." : "")}{tags}");
    }
}
