using Desk.Archive.Questions;
using Desk.Archive.Search;

namespace Desk.Tests.Archive;

public class StoryListsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_stories_are_read_again_after_an_import()
    {
        using var desk = new TestDesk();
        var lists = new StoryLists(desk.Database, desk.Articles);
        desk.Write("a.md", "First", "2026-11-20");
        await desk.ImportAsync();
        var before = await TitlesAsync(lists, skip: 0, take: 5);

        desk.Write("b.md", "Second", "2026-11-21");
        await desk.ImportAsync();

        Assert.Equal(["First"], before);
        Assert.Equal(["Second", "First"], await TitlesAsync(lists, skip: 0, take: 5));
    }

    [Theory]
    [InlineData(0, 5, true)]
    [InlineData(98, 2, true)]
    [InlineData(99, 3, true)]
    [InlineData(101, 1, true)]
    [InlineData(101, 2, false)]
    public async Task Every_page_is_a_part_of_one_list(int skip, int take, bool hasMore)
    {
        using var desk = new TestDesk();
        for (var i = 0; i < 103; i++)
            desk.Write($"{i}.md", $"Title {i}", $"{new DateTime(2026, 11, 20).AddMinutes(-i):yyyy-MM-ddTHH:mm:ssZ}");
        await desk.ImportAsync();

        var page = await new StoryLists(desk.Database, desk.Articles).PageAsync(QuestionFilters.None, skip, take, Ct);

        Assert.Equal(Enumerable.Range(skip, take).Select(i => $"Title {i}"), page.Headlines.Select(headline => headline.Title));
        Assert.Equal((skip, hasMore), (page.Skipped, page.HasMore));
    }

    static async Task<IEnumerable<string>> TitlesAsync(StoryLists lists, int skip, int take) =>
        (await lists.PageAsync(QuestionFilters.None, skip, take, Ct)).Headlines.Select(headline => headline.Title);
}
