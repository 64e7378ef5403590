using Articles;
using Desk.Archive.Questions;

namespace Desk.Archive.Search;

/// <summary>How near to what was asked the nearest stories are.</summary>
public enum Closeness
{
    /// <summary>They have nothing to do with it.</summary>
    None,

    /// <summary>They have something to do with it.</summary>
    Loose,

    /// <summary>They have what was asked for.</summary>
    Close,
}

/// <summary>Tells what is near from what is only less far than the rest.</summary>
static class Nearness
{
    /// <summary>Of the question's words, by rarity. Half of the questions that no article answers have less of them.</summary>
    const double LooseShare = 0.2;

    /// <inheritdoc cref="LooseShare"/>
    const double CloseShare = 0.6;

    /// <summary>How much more like the question than the average article. Few questions about other things reach it.</summary>
    const double LooseMeaning = 0.25;

    const int TopicsFrom = 8;
    const int MostTopics = 3;

    /// <summary>A topic is near if near articles have it so much oftener than all articles.</summary>
    const double OftenerThanAll = 1.5;

    public static Closeness Of(SearchResults results) => results switch
    {
        { Ranked: [] } => Closeness.None,
        { Question.HasSubject: false } => Closeness.Close,
        { Question.Phrases: not [] } => Closeness.Close,
        // Nothing has the words: it is a list of what passes the filters.
        { Terms: [] } => Closeness.Loose,
        _ when results.Ranked.Any(one => one.Share >= CloseShare) => Closeness.Close,
        // By words alone, an answer may have few of them.
        { AverageCosine: not null, IsAnswered: true } => Closeness.Close,
        _ => results.Ranked.Any(one => IsNear(one, results)) ? Closeness.Loose : Closeness.None,
    };

    /// <summary>
    /// The topics, at most three, under which the articles are filed that are near: those that these articles have more often than
    /// others. None if no article is near, or if they have nothing in common.
    /// </summary>
    public static IReadOnlyList<Topic> Topics(SearchResults results, ArchiveNames names)
    {
        var near = results.Terms is [] ? [] : results.Ranked.Take(TopicsFrom).Where(one => IsNear(one, results)).ToList();
        return [.. near
            .SelectMany(one => (one.Candidate.Topics ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .CountBy(name => name)
            .Where(topic => topic.Value * 2 >= near.Count)
            .OrderByDescending(topic => topic.Value)
            .Select(topic => (Named: names.Topics.FirstOrDefault(one => one.Topic.Name == topic.Key), Articles: topic.Value))
            .Where(topic => topic.Named is { } named
                && (double)topic.Articles / near.Count >= OftenerThanAll * named.Articles / results.ArchiveSize)
            .Select(topic => topic.Named!.Topic)
            .Take(MostTopics)];
    }

    static bool IsNear(Ranked one, SearchResults results) =>
        one.Share >= LooseShare || one.Cosine - (results.AverageCosine ?? one.Cosine) >= LooseMeaning;
}
