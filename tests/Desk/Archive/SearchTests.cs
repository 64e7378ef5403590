using CsCheck;
using Desk.Archive.Questions;
using Desk.Archive.Search;

namespace Desk.Tests.Archive;

public class SearchTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ferry", new[] { "The last ferry", "Boats" })]
    [InlineData("FERRIES", new[] { "The last ferry", "Boats" })]
    [InlineData("ferr", new[] { "The last ferry", "Boats" })]
    [InlineData("last ferry", new[] { "The last ferry", "Boats" })]
    [InlineData("\"ferry last\"", new string[0])]
    [InlineData("\"last ferry\"", new[] { "The last ferry" })]
    [InlineData("ferry -last", new[] { "Boats" })]
    [InlineData("boat tidal post", new[] { "Boats" })]
    [InlineData("boats from Tidal Post", new[] { "Boats" })]
    [InlineData("ferrry", new[] { "The last ferry", "Boats" })]
    [InlineData("harbor", new[] { "The last ferry" })]
    [InlineData("lastferry", new[] { "The last ferry" })]
    [InlineData("why is the ferry so late?", new[] { "The last ferry", "Boats" })]
    [InlineData("harbour", new[] { "The last ferry" })]
    [InlineData("elsewhere", new[] { "The last ferry" })]
    [InlineData("creme", new[] { "Crème on board" })]
    [InlineData("deck", new[] { "Crème on board" })]
    [InlineData("", new string[0])]
    [InlineData("-ferry", new string[0])]
    public async Task Search_covers_the_whole_article_and_ranks_titles_first(string typed, string[] titles)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "The last ferry", fields: "topics: [Harbour]\nrelated: [{title: The same elsewhere}]");
        desk.Write("b.md", "Boats", fields: "excerpt: Not every boat is a ferry.\nprovider: {name: Tidal Post}");
        desk.Write("c.md", "Ferry, held back", fields: "published: false");
        desk.WriteRaw(
            "d.md",
            "---\ntitle: Crème on board\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/d\n---\nServed on **deck**.\n");
        await desk.ImportAsync();

        Assert.Equal(titles, await FoundAsync(desk, typed));
    }

    [Fact]
    public async Task Old_words_no_longer_find_an_edited_or_deleted_article()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        desk.Write("b.md", "Ship");
        await desk.ImportAsync();
        desk.Write("a.md", "Canoe");
        desk.Delete("b.md");
        await desk.ImportAsync();

        Assert.Empty(await FoundAsync(desk, "boat"));
        Assert.Empty(await FoundAsync(desk, "ship"));
        Assert.Equal(["Canoe"], await FoundAsync(desk, "canoe"));
    }

    [Fact]
    public async Task Word_that_is_spelled_right_is_not_corrected_even_if_no_article_has_it()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Leaks expose records");
        await desk.ImportAsync();
        var search = new ArchiveSearch(desk.Database, new(desk.Database), desk.Clock, knownWords: new(() => ["expense", "exposed"]));

        Assert.Null((await search.FindAsync("expenses", QuestionFilters.None, Ct)).Corrected);
        Assert.Equal("expose", (await search.FindAsync("expouse", QuestionFilters.None, Ct)).Corrected);
        Assert.NotEmpty((await search.FindAsync("exposed", QuestionFilters.None, Ct)).Articles);
    }

    [Fact]
    public async Task Topic_with_nothing_filed_in_that_time_is_searched_for()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Harbour rebuilt", publishedAt: "2026-05-20", fields: "topics: [Harbour]");
        desk.Write("b.md", "New cranes at the harbour", publishedAt: "2026-11-20");
        await desk.ImportAsync();

        Assert.Equal(["New cranes at the harbour"], await FoundAsync(desk, "harbour in November 2026"));
        Assert.Equal(["Harbour rebuilt"], await FoundAsync(desk, "harbour"));
    }

    [Fact]
    public async Task Any_text_can_be_searched_for()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();

        await Gen.OneOf(Gen.String, Gen.String["\"'*-+^:()ANDORNEAR {}\0 \t"]).SampleAsync(
            async typed => await desk.Search.FindAsync(typed, QuestionFilters.None, CancellationToken.None),
            iter: 500,
            threads: 1);
    }

    static async Task<IEnumerable<string>> FoundAsync(TestDesk desk, string typed)
    {
        var found = await desk.Search.FindAsync(typed, QuestionFilters.None, Ct);
        return (await desk.Articles.HeadlinesAsync(found.Articles, Ct)).Select(headline => headline.Title);
    }
}
