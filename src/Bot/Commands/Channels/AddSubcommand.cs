using Articles;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel add channel [topics] [latest]</c>: posts news to a channel from now on, or changes a channel's topics.</summary>
sealed class AddSubcommand(
    ChannelAdministration administration,
    GuildSubscriptions channels,
    ChannelChecklist checklist,
    NameOptions names,
    OutboxSignal outbox) : ISubcommand, ISuggest
{
    const string Topics = "topics";
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
            TopicOption.Named(Topics, "Only these topics, separated by commas (default: every topic)"),
            new()
            {
                Type = OptionType.Integer,
                Name = "latest",
                Description = $"How many of the latest stories to post now, 0 to {MostLatest} (default: {DefaultLatest})",
                MinValue = 0,
                MaxValue = MostLatest,
            },
        ],
    };

    /// <summary>Suggests the last of several topics, and keeps those before it.</summary>
    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
    {
        var last = call.Typed.LastIndexOf(',') + 1;
        return names.SuggestTopicsAsync(call.Typed[last..], ct, before: last == 0 ? "" : call.Typed[..last].Trim() + " ");
    }

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Channel(ChannelOption.Name) is not { } channel)
            return Reply.Note("Choose a channel to post to.");
        var (known, refused) = await channels.ToAddAsync(call.GuildId, channel.Id, ct);
        if (refused is not null)
            return refused;

        var topics = new List<Topic>();
        foreach (var name in (call.Text(Topics) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (topic, mistake) = await names.TopicAsync(call with { Language = Language.English.Code }, Topics, ct, name);
            if (topic is null)
                return mistake!;
            topics.Add(topic);
        }

        if (known is not null && topics is [])
            return Reply.Note($"<#{channel.Id}> already gets news. Use `/channel edit` to change its rules.");
        var subscription = known ?? Added(call, channel);
        subscription = subscription with
        {
            Rules = subscription.Rules with { Topics = [.. topics.Select(topic => topic.Slug)] },
            FromSettings = false,
        };
        var queued = await administration.SaveAsync(subscription, call.UserId?.ToString(), ct);
        outbox.Set();
        var text = $"<#{channel.Id}> now gets news on {RulesText.Topics([.. topics.Select(topic => topic.Name)])}. "
            + (known is null ? FirstPosts(queued, subscription.Destination) : "Its other rules stay.");
        return await checklist.OfAsync(subscription, channel.AppPermissions ?? Permissions.None, text, ct);
    }

    static Subscription Added(SlashCall call, Channel channel) => new()
    {
        Channel = channel.Id.ToString(),
        Guild = call.GuildId.ToString(),
        Destination = Destinations.Of(channel),
        Latest = Math.Clamp(call.Integer("latest") ?? DefaultLatest, 0, MostLatest),
    };

    /// <summary>What a channel gets first.</summary>
    /// <param name="queued">How many stories are on their way to it.</param>
    public static string FirstPosts(int queued, Destination destination)
    {
        var first = queued switch
        {
            0 => "The next story will be its first post.",
            1 => "I'll post the latest story now.",
            _ => $"I'll post the latest {queued} stories now.",
        };
        return destination is Destination.Forum
            ? $"{first} If the forum has tags named Developing and Settled, each post gets the matching tag."
            : first;
    }
}
