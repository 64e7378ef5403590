using Bot.Pictures;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Pictures;

public class PictureStoreTests
{
    const string Address = "http://pictures.example/storm.png?key=a-secret";

    readonly FakeTimeProvider clock = new();
    readonly RecordingLogger<PictureStore> log = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Picture_is_fetched_once_in_two_minutes()
    {
        await using var server = await PictureServer.StartAsync(Samples.Png());
        using var fetcher = new PictureFetcher(server.Connector(), clock);
        using var store = new PictureStore(fetcher, clock, log);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.FindAsync(Address, Ct)));
        clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        await store.FindAsync(Address, Ct);

        Assert.All(found, picture => Assert.Equal("png", picture?.Extension));
        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task What_cannot_be_had_is_said_once_and_remembered()
    {
        await using var server = await PictureServer.StartAsync("<html>Are you a robot?</html>"u8.ToArray());
        using var fetcher = new PictureFetcher(server.Connector(), clock);
        using var store = new PictureStore(fetcher, clock, log);

        Assert.Null(await store.FindAsync(Address, Ct));
        Assert.Null(await store.FindAsync(Address, Ct));

        Assert.Equal(
            ["Left out the picture http://pictures.example/storm.png: its file is no whole PNG, JPEG, GIF, or WebP"], log.Lines);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pictures_beyond_64_MB_are_checked_and_not_kept()
    {
        byte[] file = [.. Samples.Gif(640, 360)[..^1], .. new byte[PictureFetcher.MostBytes - 14], 0x3B];
        await using var server = await PictureServer.StartAsync(file);
        using var fetcher = new PictureFetcher(server.Connector(), clock);
        using var store = new PictureStore(fetcher, clock, log);

        List<Picture?> found = [];
        for (var number = 0; number < 9; number++)
            found.Add(await store.FindAsync($"http://pictures.example/{number}.gif", Ct));

        Assert.All(found.Take(8), picture => Assert.Equal(PictureFetcher.MostBytes, picture?.File?.Length));
        Assert.NotNull(found[8]);
        Assert.Null(found[8]!.File);
    }
}
