using Desk.Archive.Questions;

namespace Desk.Archive.Overviews;

/// <summary>All topics with those below them, those with the most articles first.</summary>
public static class TopicTree
{
    /// <summary>Each topic with how many are above it, right after the topic above it or the last one beside it.</summary>
    public static IReadOnlyList<(NamedTopic Topic, int Depth)> Of(IReadOnlyList<NamedTopic> topics)
    {
        var ids = topics.Select(topic => topic.Topic.Id).ToHashSet();
        var below = topics.ToLookup(topic => topic.ParentId is { } parent && ids.Contains(parent) ? parent : (long?)null);
        var lines = new List<(NamedTopic, int)>();
        Add(above: null, depth: 0);
        return lines;

        void Add(long? above, int depth)
        {
            foreach (var topic in below[above])
            {
                lines.Add((topic, depth));
                Add(topic.Topic.Id, depth + 1);
            }
        }
    }
}
