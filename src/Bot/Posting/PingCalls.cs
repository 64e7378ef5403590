using System.Globalization;
using Articles.Stories;
using Bot.Cards;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>Whom a story's card calls, and why.</summary>
sealed class PingCalls(StoryStore stories, ArticleStore articles, RecentPosts posts)
{
    /// <summary>Whom a new card calls: the roles for which the story is worth it, and that weren't pinged a moment ago.</summary>
    public async Task<IReadOnlyList<CardPing>> OfNewAsync(
        string channel, StoryFacts facts, ChannelRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var due = new List<PingRule>();
        foreach (var ping in PostingRules.Pings(facts, rules))
        {
            if (PostingTimes.MayPing(rules, now, await posts.PingedAtAsync(channel, ping.Role, ct)))
                due.Add(ping);
        }

        return await CallsAsync(due, facts, ct);
    }

    /// <summary>Whom a posted card called. A role whose rule is gone is still named.</summary>
    public async Task<IReadOnlyList<CardPing>> OfPostedAsync(
        Story story, PostedMessage posted, ChannelRules rules, CancellationToken ct)
    {
        if (posted.PingedAt is null)
            return [];
        var facts = await stories.FactsAsync(story, ct);
        // Posts of earlier versions called one role, whose rule came first.
        var roles = posted.PingedRoles?.Split(' ') ?? [.. rules.Pings.Take(1).Select(ping => ping.Role)];
        return await CallsAsync(roles.Select(role => Rule(role) ?? new() { Role = role }), facts, ct);

        PingRule? Rule(string role) =>
            PostingRules.Pings(facts, rules).FirstOrDefault(ping => ping.Role == role)
            ?? rules.Pings.FirstOrDefault(ping => ping.Role == role);
    }

    async Task<IReadOnlyList<CardPing>> CallsAsync(IEnumerable<PingRule> pings, StoryFacts facts, CancellationToken ct)
    {
        var calls = new List<CardPing>();
        foreach (var ping in pings)
        {
            if (!Snowflake.TryParse(ping.Role, CultureInfo.InvariantCulture, out var role))
                continue;
            var topics = await articles.TopicNamesAsync(ping.TopicsOf(facts), ct);
            calls.Add(new(role, topics, ping.Topics is [] || ping.Outlets is not null));
        }

        return calls;
    }
}
