using CsCheck;

namespace News.Tests.Storage;

public class SearchTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ferry", new[] { "The last ferry", "Boats" })]
    [InlineData("FERRIES", new[] { "The last ferry", "Boats" })]
    [InlineData("ferr", new[] { "The last ferry", "Boats" })]
    [InlineData("last ferry", new[] { "The last ferry" })]
    [InlineData("\"ferry last\"", new string[0])]
    [InlineData("\"last ferry\"", new[] { "The last ferry" })]
    [InlineData("ferry -last", new[] { "Boats" })]
    [InlineData("tidal post", new[] { "Boats" })]
    [InlineData("harbour", new[] { "The last ferry" })]
    [InlineData("elsewhere", new[] { "The last ferry" })]
    [InlineData("creme", new[] { "Crème on board" })]
    [InlineData("deck", new[] { "Crème on board" })]
    [InlineData("", new string[0])]
    [InlineData("-ferry", new string[0])]
    public async Task Finds_by_all_that_an_article_says_the_title_first(string typed, string[] titles)
    {
        using var desk = new Desk();
        desk.Write("a.md", "The last ferry", fields: "topics: [Harbour]\nrelated: [{title: The same elsewhere}]");
        desk.Write("b.md", "Boats", fields: "excerpt: Not every boat is a ferry.\nprovider: {name: Tidal Post}");
        desk.Write("c.md", "Ferry, held back", fields: "published: false");
        desk.WriteRaw("d.md", "---\ntitle: Crème on board\npublishedDateTime: 2026-11-20\nwebUrl: https://gazette.example/d\n---\nServed on **deck**.\n");
        await desk.ImportAsync();

        Assert.Equal(titles, await FoundAsync(desk, typed));
    }

    [Fact]
    public async Task What_is_edited_or_gone_is_found_by_its_old_words_no_more()
    {
        using var desk = new Desk();
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
    public async Task Any_text_can_be_searched_for()
    {
        using var desk = new Desk();
        desk.Write("a.md", "Boat");
        await desk.ImportAsync();

        await Gen.OneOf(Gen.String, Gen.String["\"'*-+^:()ANDORNEAR {}\0 \t"]).SampleAsync(
            async typed => await desk.Articles.SearchAsync(typed, 0, 5, CancellationToken.None),
            iter: 500,
            threads: 1);
    }

    static async Task<IEnumerable<string>> FoundAsync(Desk desk, string typed) =>
        (await desk.Articles.SearchAsync(typed, 0, 10, Ct)).Headlines.Select(headline => headline.Title);
}
