using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// Counts what must be in each channel from the text of the files alone. An article must be on a card of each channel whose rule it
/// passes at the end, or passed at a time when the bot had seen all files and posted everything.
/// </summary>
sealed class ReplayRecount(IReadOnlyList<ReplayChannel> channels)
{
    readonly Dictionary<string, ReplayArticle> files = [];
    readonly HashSet<string> old = [];
    readonly HashSet<(ReplayChannel Channel, string Link)> ever = [];
    readonly HashSet<(ReplayChannel Channel, string Link)> settled = [];

    /// <summary>Articles that were published.</summary>
    public int Articles => ever.Select(one => one.Link).Distinct().Count();

    /// <summary>A file that was there before the channels were added.</summary>
    public void Begin(string path, string text)
    {
        if ((files[path] = ReplayArticle.Parse(text)).IsPublished)
            old.Add(path);
    }

    public void Write(string path, string text)
    {
        var article = files[path] = ReplayArticle.Parse(text);
        if (article.IsPublished && !old.Contains(path))
            ever.UnionWith(channels.Where(channel => channel.Passes(article)).Select(channel => (channel, article.Link)));
    }

    /// <summary>The bot has imported all files as they are now, and has posted everything.</summary>
    public void Settle() => settled.UnionWith(Passing());

    /// <summary>Compares a channel with the files and with the bot's deliveries.</summary>
    public ReplayCount Count(ReplayChannel channel, IReadOnlyList<ReplayCard> cards, SqliteConnection database)
    {
        var withdrawn = files.Values.Where(article => !article.IsPublished).Select(article => article.Link).ToHashSet();
        var must = Passing().Concat(settled).Where(one => one.Channel == channel && !withdrawn.Contains(one.Link))
            .Select(one => one.Link).ToHashSet();
        var live = cards.Where(card => card.Link is not null).ToList();
        var deliveries = Deliveries(channel, database);
        var known = deliveries.Select(one => one.Message).ToHashSet();
        return new(channel.Name, must.Count, cards.Count)
        {
            Lost = [.. must.Where(link => !live.Exists(card => card.Links.Contains(link)))],
            Doubled = [.. Doubled(live)],
            Wrong =
            [
                .. live.Where(card => !card.Links.Any(link => ever.Contains((channel, link))))
                    .Select(card => $"{card.Message} shows {card.Link}, which the rule stops"),
                .. Wrong(deliveries, cards, database),
            ],
            Unknown = [.. live.Where(card => !known.Contains(card.Message)).Select(card => $"{card.Message} shows {card.Link}")],
        };
    }

    /// <summary>No two cards have one headline, and no card tells among its coverage what another has as its headline.</summary>
    static IEnumerable<string> Doubled(IReadOnlyList<ReplayCard> live)
    {
        foreach (var same in live.GroupBy(card => card.Link).Where(same => same.Count() > 1))
            yield return $"{same.Key} in {string.Join(", ", same.Select(card => card.Message))}";
        foreach (var card in live)
        {
            foreach (var other in live.Where(other => other.Link != card.Link && card.Links.Contains(other.Link!)))
                yield return $"{other.Link} in {other.Message}, and in the coverage of {card.Message}";
        }
    }

    static IEnumerable<string> Wrong(
        IReadOnlyList<(string Message, long Story)> deliveries, IReadOnlyList<ReplayCard> cards, SqliteConnection database)
    {
        foreach (var same in deliveries.GroupBy(one => one.Message).Where(same => same.Count() > 1))
            yield return $"{same.Key} is the card of several stories";
        foreach (var (message, story) in deliveries)
        {
            if (cards.FirstOrDefault(card => card.Message == message) is not { } card)
                yield return $"the card {message} of story {story} is not there";
            else if (card.Link is { } link && !Addresses(story, database).Contains(link))
                yield return $"{message} shows {link}, and not story {story}";
        }
    }

    IEnumerable<(ReplayChannel Channel, string Link)> Passing() => files
        .Where(file => file.Value.IsPublished && !old.Contains(file.Key))
        .SelectMany(file => channels.Where(channel => channel.Passes(file.Value)).Select(channel => (channel, file.Value.Link)));

    static List<(string Message, long Story)> Deliveries(ReplayChannel channel, SqliteConnection database)
    {
        using var command = new SqliteCommand(
            "select message, subject_id from deliveries where channel = $channel and kind = 'story' and message is not null", database);
        command.Parameters.AddWithValue("$channel", channel.Id);
        using var rows = command.ExecuteReader();
        var all = new List<(string, long)>();
        while (rows.Read())
            all.Add((rows.GetString(0), rows.GetInt64(1)));
        return all;
    }

    static HashSet<string> Addresses(long story, SqliteConnection database)
    {
        using var command = new SqliteCommand(
            "select coalesce(web_url, original_url) from articles where coalesce(story_id, id) = $story", database);
        command.Parameters.AddWithValue("$story", story);
        using var rows = command.ExecuteReader();
        var all = new HashSet<string>();
        while (rows.Read())
            all.Add(new Uri(rows.GetString(0)).AbsoluteUri);
        return all;
    }
}

/// <summary>What was found in a channel.</summary>
/// <param name="Must">How many articles must be there.</param>
/// <param name="Cards">How many cards are there, those of withdrawn and merged stories included.</param>
sealed record ReplayCount(string Channel, int Must, int Cards)
{
    /// <summary>Articles that are on no card.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Cards that show what the rule stops, or another story than their delivery's.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>Cards without a delivery: a restored database never hears of what was withdrawn since.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    public bool IsRight => Lost.Count + Doubled.Count + Wrong.Count == 0;
}
