using Articles.Stories;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;

namespace Bot.Posting;

/// <summary>The topics because of which a member gets a direct message.</summary>
sealed class FollowedTopics(StoryStore stories, ArticleStore articles)
{
    /// <summary>Their names, the first that the member followed first; none for a channel of a server.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Delivery delivery, ChannelRules rules, Story story, CancellationToken ct)
    {
        if (delivery.Destination is not Destination.Member)
            return [];
        var facts = await stories.FactsAsync(story, ct);
        return await articles.TopicNamesAsync(rules.Topics.Where(facts.Topics.Contains), ct);
    }

    /// <summary>Of a digest: all that the member follows.</summary>
    /// <inheritdoc cref="OfAsync(Delivery, ChannelRules, Story, CancellationToken)"/>
    public async Task<IReadOnlyList<string>> OfAsync(Delivery delivery, ChannelRules rules, CancellationToken ct) =>
        delivery.Destination is Destination.Member ? await articles.TopicNamesAsync(rules.Topics, ct) : [];
}
