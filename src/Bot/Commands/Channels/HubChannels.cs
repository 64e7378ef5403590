using System.Globalization;
using Bot.Cards;
using Bot.Posting;
using Desk.Archive;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// The hub: announcement channels of one server, by topic, which channels of all servers can follow. Discord then copies each story, so
/// that it costs one post and one publication, however many follow.
/// </summary>
/// <param name="posting">Null for programs without settings, which know no hub.</param>
sealed class HubChannels(
    SubscriptionStore subscriptions, ArticleStore articles, ChannelNames names, PostingOptions? posting = null)
{
    /// <summary>Whether the operator named a server.</summary>
    public bool IsSetUp => posting?.HubServer is not null;

    /// <summary>By their topics; those that get no news are left out.</summary>
    public async Task<IReadOnlyList<HubChannel>> AllAsync(CancellationToken ct)
    {
        if (posting?.HubServer is not { } server)
            return [];
        var all = new List<HubChannel>();
        foreach (var one in (await subscriptions.OfGuildAsync(server, ct)).Where(one => one.Destination is Destination.Announcement))
        {
            var topics = await articles.TopicNamesAsync(one.Rules.Topics, ct);
            all.Add(new(
                Snowflake.Parse(one.Channel, CultureInfo.InvariantCulture),
                topics is [] ? "every topic" : string.Join(", ", topics),
                names.Known(one.Channel)));
        }

        return [.. all.OrderBy(one => one.Label, StringComparer.OrdinalIgnoreCase)];
    }

    /// <param name="typed">A channel's id, as suggestions have it, or its topics or name.</param>
    public async Task<HubChannel?> FindAsync(string typed, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(one =>
        new[] { one.Id.ToString(), one.Topics, one.Label, one.Name, one.Name?.TrimStart('#') }
            .Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase));
}

/// <param name="Topics">Their names: <c>Energy, Ferries</c>; <c>every topic</c> if it isn't limited.</param>
/// <param name="Name">Such as <c>#energy</c>; null until Discord has told it.</param>
sealed record HubChannel(Snowflake Id, string Topics, string? Name)
{
    /// <summary><c>Energy, Ferries · #energy</c></summary>
    public string Label => CardText.Sentence(Name is null ? Topics : $"{Topics} · {Name}");
}
