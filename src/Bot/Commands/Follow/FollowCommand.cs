using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary><c>/follow topic</c>: sends stories on a topic as private messages.</summary>
sealed class FollowCommand(ArticleStore articles, FollowStore follows, SubscriptionStore subscriptions, OutboxSignal outbox)
    : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "follow",
        Description = "Get stories on a topic as private messages",
        Options = [TopicOption.Named("topic", "Which topic") with { Required = true }],
    };

    public bool IsPrivate => true;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (name, words) = (call.Text("topic") ?? "", BotTexts.Of(call.Language).Answers);
        if (call.UserId?.ToString() is not { } member)
            return Reply.Note(words.OnlyMembersFollow);
        if (await articles.TopicAsync(name, ct) is not { } topic)
            return await TopicOption.UnknownAsync(articles, name, words, ct);

        var known = (await subscriptions.OfChannelAsync(member, ct))?.Rules.Topics ?? [];
        if (known.Contains(topic.Slug))
            return Reply.Note(words.TopicFollowedAlready(CardText.Markdown(topic.Name, 100)));
        var queued = await follows.FollowTopicsAsync(member, [.. known, topic.Slug], call.Language, ct);
        outbox.Set();
        return Reply.Note(FollowText.Join(FollowText.Topics([topic.Name], queued, words), FollowText.Remark(call.GuildId, words)));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
        TopicOption.SuggestAsync(articles, call, ct);
}
