using Desk.Archive.Meaning;

namespace Desk.Tests.Archive.Meaning;

public sealed class EmbeddingStoreTests
{
    const string Model = "a-model";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_articles_are_read_first_and_those_held_back_never()
    {
        using var desk = await OpenAsync();

        Assert.Equal(["New", "Old"], await MissingAsync(desk));
    }

    [Fact]
    public async Task What_was_read_is_not_read_again_unless_readers_would_read_it_differently()
    {
        using var desk = await OpenAsync();
        await ReadAllAsync(desk);
        desk.Write("new.md", "New", "2026-11-21", "heat: 900\nquality: 3");
        await desk.ImportAsync();
        Assert.Empty(await MissingAsync(desk));

        desk.Write("old.md", "Old, corrected", "2026-11-19");
        await desk.ImportAsync();

        Assert.Equal(["Old, corrected"], await MissingAsync(desk));
    }

    [Fact]
    public async Task Another_model_reads_everything_again()
    {
        using var desk = await OpenAsync();
        await ReadAllAsync(desk);

        var missing = await Store(desk).MissingAsync("another-model", after: null, take: 10, Ct);

        Assert.Equal(2, missing.Count);
    }

    [Fact]
    public async Task Article_that_was_edited_while_it_was_read_stays_unread()
    {
        using var desk = await OpenAsync();
        var read = await Store(desk).MissingAsync(Model, after: null, take: 1, Ct);
        desk.Write("new.md", "New, corrected", "2026-11-21");
        await desk.ImportAsync();

        await Store(desk).SaveAsync(Model, [(read[0], new float[] { 1, 0 })], Ct);

        Assert.Equal(["New, corrected", "Old"], await MissingAsync(desk));
    }

    [Fact]
    public async Task Place_counts_the_newer_articles()
    {
        using var desk = await OpenAsync();
        var missing = await Store(desk).MissingAsync(Model, after: null, take: 10, Ct);

        Assert.Equal(1, await Store(desk).PlaceAsync(missing[0], Ct));
        Assert.Equal(2, await Store(desk).PlaceAsync(missing[1], Ct));
    }

    static async Task<TestDesk> OpenAsync()
    {
        var desk = new TestDesk();
        desk.Write("old.md", "Old", "2026-11-19");
        desk.Write("new.md", "New", "2026-11-21");
        desk.Write("held.md", "Held back", "2026-11-22", "published: false");
        await desk.ImportAsync();
        return desk;
    }

    static EmbeddingStore Store(TestDesk desk) => new(desk.Database);

    static async Task<IEnumerable<string>> MissingAsync(TestDesk desk) =>
        (await Store(desk).MissingAsync(Model, after: null, take: 10, Ct)).Select(article => article.Title);

    static async Task ReadAllAsync(TestDesk desk)
    {
        var missing = await Store(desk).MissingAsync(Model, after: null, take: 10, Ct);
        await Store(desk).SaveAsync(Model, [.. missing.Select(article => (article, (ReadOnlyMemory<float>)new float[] { 1, 0 }))], Ct);
    }
}
