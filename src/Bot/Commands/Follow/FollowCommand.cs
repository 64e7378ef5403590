using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary><c>/follow topic</c>: sends stories on a topic as direct messages.</summary>
sealed class FollowCommand(NameOptions names, FollowStore follows, SubscriptionStore subscriptions, OutboxSignal outbox)
    : ISlashCommand, ISuggest
{
    const string Topic = "topic";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "follow",
        Description = "Get stories on a topic as direct messages",
        Options = [TopicOption.Named(Topic, "Which topic") with { Required = true }],
    };

    public bool IsPrivate => true;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var words = BotTexts.Of(call.Language).Answers;
        if (call.UserId?.ToString() is not { } member)
            return Reply.Note(words.OnlyMembersFollow);
        var (topic, mistake) = await names.TopicAsync(call, Topic, ct);
        if (topic is null)
            return mistake!;

        var known = (await subscriptions.OfChannelAsync(member, ct))?.Rules.Topics ?? [];
        if (known.Contains(topic.Slug))
            return Reply.Note(words.TopicFollowedAlready(CardText.Markdown(topic.Name, 100)));
        var place = Places.Of(call.ChannelId, call.Here);
        var queued = await follows.FollowTopicsAsync(member, [.. known, topic.Slug], call.Language, ct, place);
        outbox.Set();
        return Reply.Note(FollowText.Join(FollowText.Topics([topic.Name], queued, words), FollowText.Remark(call.GuildId, words)));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
        names.SuggestTopicsAsync(call.Typed, ct);
}
