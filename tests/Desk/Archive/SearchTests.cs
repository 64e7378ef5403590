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

    [Theory]
    [InlineData("seal", null)]
    [InlineData("everyone", null)]
    [InlineData("shown", "show")]
    [InlineData("since 1900x", null)]
    public async Task Words_that_look_alike_are_not_forms_of_each_other(string typed, string? corrected)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Every one of them went to sea in 19 boats to show 00");
        await desk.ImportAsync();
        var search = new ArchiveSearch(
            desk.Database, new(desk.Database), desk.Clock, knownWords: new(() => ["seal", "everyone", "shown"]));

        Assert.Equal(corrected, (await search.FindAsync(typed, QuestionFilters.None, Ct)).Corrected);
    }

    [Theory]
    [InlineData("Hafen", "de", null)]
    [InlineData("Hafen", "pl", null)]
    [InlineData("Hafen", "en-US", "haven")]
    [InlineData("Hafen", null, "haven")]
    [InlineData("where is the Hafen", "de", "haven")]
    public async Task Word_that_may_be_of_the_readers_language_is_not_corrected(string typed, string? reader, string? corrected)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "The haven of the boats is the best of all");
        await desk.ImportAsync();

        var found = await desk.Search.FindAsync(typed, QuestionFilters.None, Ct, reader);

        Assert.Equal(corrected, found.Corrected?.Split(' ')[^1]);
    }

    [Theory]
    [InlineData("how many records were exposed by Microsoft?", true)]
    [InlineData("how many records were exposed by Salesforce?", false)]
    [InlineData("how many records did Salesforce expose in the leak?", false)]
    public async Task Question_that_names_another_company_is_not_answered(string question, bool isAnswered)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Leak at Microsoft exposed 38 million records", fields: "excerpt: Portals exposed 38 million records.");
        for (var i = 0; i < 30; i++)
            desk.Write($"b{i}.md", $"Boats {i} go to sea", fields: "excerpt: The ferry was late.");
        await desk.ImportAsync();

        var found = await desk.Search.FindAsync(question, QuestionFilters.None, Ct);

        Assert.Equal((isAnswered, isAnswered), (found.IsAnswered, found.Quotes is not []));
    }

    [Fact]
    public async Task Near_topics_are_those_that_near_articles_share()
    {
        using var desk = new TestDesk();
        for (var i = 0; i < 16; i++)
        {
            var (title, topic) = i < 4 ? ($"Ferry {i} is late", "Harbour") : ($"Power fails {i} times", "Energy");
            desk.Write($"{i}.md", title, fields: $"topics: [{topic}, News]");
        }

        await desk.ImportAsync();
        var names = await new ArchiveNamesStore(desk.Database).NamesAsync(Ct);
        var near = await desk.Search.FindAsync("which ferry will fly?", QuestionFilters.None, Ct);
        var far = await desk.Search.FindAsync("zeppelin over mars", QuestionFilters.None, Ct);

        Assert.Equal(["Harbour"], near.TopicsNear(names).Select(topic => topic.Name));
        Assert.Empty(far.TopicsNear(names));
    }

    [Fact]
    public async Task Removed_topic_becomes_the_subject()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Cranes at the harbour");
        desk.Write("b.md", "Ferry late", fields: "topics: [Harbour]");
        await desk.ImportAsync();

        var listed = await desk.Search.FindAsync("harbour", QuestionFilters.None, Ct);
        var searched = await desk.Search.FindWithinAsync("harbour", QuestionFilters.None, Ct);

        Assert.NotNull(listed.Question.Filters.Topic);
        Assert.Contains("Cranes at the harbour", await TitlesAsync(desk, searched));
        Assert.NotEmpty((await desk.Search.FindWithinAsync("news of 2026", QuestionFilters.None, Ct)).Articles);
    }

    [Fact]
    public async Task Excluded_words_exclude_also_beside_a_topic_or_an_outlet()
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Storm at the harbour", fields: "topics: [Harbour]\nprovider: {name: ZDNet}");
        desk.Write("b.md", "Ferry late", fields: "topics: [Harbour]\nprovider: {name: ZDNet}");
        await desk.ImportAsync();

        Assert.DoesNotContain("Storm at the harbour", await FoundAsync(desk, "harbour -storm"));
        Assert.Equal(["Ferry late"], await FoundAsync(desk, "from ZDNet -storm"));
    }

    [Fact]
    public async Task Keyword_of_a_topic_lists_what_has_it_first()
    {
        using var desk = new TestDesk();
        desk.WriteRaw("topics/energy.yaml", "name: Energy\nkeywords: [turbine]\n");
        desk.Write("a.md", "Turbine runs for a year", "2026-11-10");
        desk.Write("b.md", "Floodlights mended", "2026-11-20", "topics: [Energy]");
        await desk.ImportAsync();

        Assert.Equal(["Turbine runs for a year", "Floodlights mended"], await FoundAsync(desk, "turbine"));
        Assert.Equal(["Floodlights mended", "Turbine runs for a year"], await FoundAsync(desk, "energy"));
    }

    [Theory]
    [InlineData("st\u200Borm mar\u00ADmalade")]
    [InlineData("ｓｔｏｒｍ ｍａｒｍａｌａｄｅ")]
    public async Task What_nobody_sees_in_a_word_changes_nothing(string typed)
    {
        using var desk = new TestDesk();
        desk.Write("a.md", "Storm Marmalade cuts power");
        await desk.ImportAsync();

        Assert.Null((await desk.Search.FindAsync(typed, QuestionFilters.None, Ct)).Corrected);
        Assert.Equal(["Storm Marmalade cuts power"], await FoundAsync(desk, typed));
    }

    [Fact]
    public async Task Number_is_quoted_where_one_is_asked_for()
    {
        using var desk = new TestDesk();
        desk.Write(
            "a.md", "Storm cuts power to 41,000 homes", fields: "excerpt: Waves took eleven meters of the sea wall. Some homes are dark.");
        await desk.ImportAsync();

        var quotes = (await desk.Search.FindAsync("how many homes lost power?", QuestionFilters.None, Ct)).Quotes;

        Assert.Equal("Storm cuts power to 41,000 homes", quotes[0].Text);
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
        return await TitlesAsync(desk, await desk.Search.FindAsync(typed, QuestionFilters.None, Ct));
    }

    static async Task<IEnumerable<string>> TitlesAsync(TestDesk desk, SearchResults found)
    {
        return (await desk.Articles.HeadlinesAsync(found.Articles, Ct)).Select(headline => headline.Title);
    }
}
