using Desk.Archive.Summaries;
using Desk.Database;

namespace Desk.Tests.Archive.Summaries;

public sealed class SummarySourceStoreTests : IDisposable
{
    readonly TestDesk desk = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passages_are_sentences_of_the_body_in_its_order()
    {
        Write("a.md", "Boat", "One fact. The crane fell. Two facts. Three. Four. Five. Six. The crane is gone.");
        await desk.ImportAsync();

        var source = Assert.Single(await SourcesAsync("what about the crane?", Key("a.md")));

        Assert.Equal(["One fact.", "The crane fell.", "Two facts.", "Three.", "Four.", "The crane is gone."], source.Passages);
        Assert.Equal("2026-11-20", source.Day);
    }

    [Fact]
    public async Task Sources_come_in_the_order_of_their_keys_without_those_that_are_gone()
    {
        Write("a.md", "Boat");
        Write("b.md", "Crane");
        await desk.ImportAsync();

        var sources = await SourcesAsync("what happened?", Key("b.md"), Key("gone.md"), Key("a.md"));

        Assert.Equal(["Crane", "Boat"], sources.Select(source => source.Title));
    }

    [Fact]
    public void Long_text_is_cut_at_the_end_of_a_word()
    {
        var source = Sources.Of("Gazette", "Boat", string.Join(' ', Enumerable.Repeat("Kelmouth", 200)));

        Assert.InRange(source.Excerpt.Length, 900, 1000);
        Assert.EndsWith(" Kelmouth", source.Excerpt);
    }

    public void Dispose() => desk.Dispose();

    void Write(string path, string title, string body = "") => desk.WriteRaw(
        path,
        $"---\ntitle: {title}\npublishedDateTime: 2026-11-20T08:00Z\nwebUrl: https://gazette.example/{path}\n---\n{body}\n");

    static long Key(string path) => RandomKey.Of($"{path}\nhttps://gazette.example/{path}");

    Task<IReadOnlyList<SummarySource>> SourcesAsync(string question, params IReadOnlyList<long> keys) =>
        new SummarySourceStore(desk.Search, desk.Articles).SourcesAsync(question, keys, Ct);
}
