using Desk.Archive.Overviews;
using Desk.Archive.Questions;

namespace Desk.Tests.Archive.Overviews;

public class TopicTreeTests
{
    [Fact]
    public void Topics_follow_the_one_above_them()
    {
        var tree = TopicTree.Of([Topic(1), Topic(2), Topic(3, above: 2), Topic(4, above: 1), Topic(5, above: 4), Topic(6, above: 99)]);

        Assert.Equal(["1 0", "4 1", "5 2", "2 0", "3 1", "6 0"], tree.Select(line => $"{line.Topic.Topic.Id} {line.Depth}"));
    }

    static NamedTopic Topic(long id, long? above = null) => new(new(id, $"Topic {id}", $"topic-{id}"), null, [], above, 1);
}
