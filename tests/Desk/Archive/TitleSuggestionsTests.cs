using Desk.Archive.Search;

namespace Desk.Tests.Archive;

public sealed class TitleSuggestionsTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("storm", "Storm cuts power to the harbour", "After the storm: who pays?")]
    [InlineData("po", "Power returns at last", "Storm cuts power to the harbour", "Deporting seals is banned")]
    [InlineData("power ret", "Power returns at last")]
    [InlineData("arbou", "Storm cuts power to the harbour")]
    [InlineData("harbuor", "Storm cuts power to the harbour")]
    [InlineData("Ägäis", "Eine Fähre in der Ägäis")]
    [InlineData("agais", "Eine Fähre in der Ägäis")]
    [InlineData("storm: who", "After the storm: who pays?")]
    [InlineData("zeppelin")]
    [InlineData("\"* (")]
    public async Task Typed_text_is_a_beginning_then_words_then_a_part_then_a_misspelling(string typed, params string[] titles)
    {
        desk.Write("a.md", "Storm cuts power to the harbour", "2026-11-01");
        desk.Write("b.md", "Power returns at last", "2026-11-02");
        desk.Write("c.md", "After the storm: who pays?", "2026-11-03");
        desk.Write("d.md", "Deporting seals is banned", "2026-11-04");
        desk.Write("e.md", "Eine Fähre in der Ägäis", "2026-11-05");
        desk.Write("f.md", "Zeppelin over the pier", "2026-11-06", "published: false");
        await desk.ImportAsync();

        Assert.Equal(titles, await SuggestAsync(typed));
    }

    [Fact]
    public async Task Nothing_typed_suggests_the_newest()
    {
        desk.Write("a.md", "Old", "2026-11-01");
        desk.Write("b.md", "New", "2026-11-02");
        await desk.ImportAsync();

        Assert.Equal(["New", "Old"], await SuggestAsync(""));
    }

    public void Dispose() => desk.Dispose();

    async Task<IEnumerable<string>> SuggestAsync(string typed)
    {
        var search = new ArchiveSearch(desk.Database, new(desk.Database), desk.Clock);
        return (await new TitleSuggestions(desk.Database, search).SuggestAsync(typed, 10, Ct)).Select(title => title.Title);
    }
}
