using Articles;
using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Importing;

/// <summary>
/// Slugs that an earlier version stored. It left symbols out, so C# and C++ were one topic; the rules of channels that named it now name
/// each of the topics that it stood for.
/// </summary>
static class TopicSlugs
{
    public static async Task<bool> AreOldAsync(DatabaseSession session) => (await OldAsync(session)).Count > 0;

    /// <param name="defined">The names that topics' own files define.</param>
    public static async Task RenewAsync(DatabaseSession session, IEnumerable<string> defined)
    {
        var renewed = new Dictionary<string, List<string>>();
        foreach (var (id, name, old) in await OldAsync(session))
        {
            var slug = Topic.SlugOf(name);
            var others = defined.Select(Topic.SlugOf).Where(other => Slug.OfWords(other) == old);
            renewed[old] = [.. others.Prepend(slug).Distinct()];
            await session.ExecuteAsync("update topics set slug = @slug where id = @id", new { slug, id });
        }

        if (renewed.Count > 0)
            await RenewRulesAsync(session, renewed);
    }

    /// <summary>A topic whose new slug another one has already is left alone: no article will be filed under it again.</summary>
    static async Task<IReadOnlyList<Topic>> OldAsync(DatabaseSession session)
    {
        var topics = (await session.QueryAsync<Topic>("select id, name, slug from topics")).ToList();
        var taken = topics.Select(topic => topic.Slug).ToHashSet();
        return [.. topics.Where(topic => topic.Slug != Topic.SlugOf(topic.Name) && taken.Add(Topic.SlugOf(topic.Name)))];
    }

    static async Task RenewRulesAsync(DatabaseSession session, Dictionary<string, List<string>> renewed)
    {
        foreach (var channel in await SubscriptionRows.ReadAsync(session))
        {
            if (!channel.Rules.Topics.Any(renewed.ContainsKey))
                continue;
            var topics = channel.Rules.Topics.SelectMany(topic => renewed.GetValueOrDefault(topic, [topic])).Distinct();
            await SubscriptionRows.SaveRulesAsync(session, channel.Channel, channel.Rules with { Topics = [.. topics] });
        }

        await Subscribers.ChangedAsync(session);
    }
}
