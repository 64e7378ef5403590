using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>Posts to many channels at once, timed by what arrives at the local Discord.</summary>
static class PostedDesk
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Has the bot post so many articles to each channel.</summary>
    /// <param name="message">A file that gets one of the posts as JSON.</param>
    /// <returns>From the first post to the last.</returns>
    public static async Task<TimeSpan> PostAsync(
        PeerBench bench, int channels, int articles, bool isLimited, string message, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(channels, isLimited, ct);
        var ids = await stage.ChannelsAsync(ct);
        var folder = Directory.CreateTempSubdirectory("news-posts-");
        try
        {
            var (content, database) = (folder.CreateSubdirectory("content").FullName, Path.Combine(folder.FullName, "news.db"));
            DeskUnderLoad.WriteAll(content, articles);
            var settings = Settings(ids, articles);
            var took = await WatchAsync(
                stage, ids, articles, () => bench.StartBot(stage.Address, content, database, core: null, settings), ct);
            if (await stage.RequestAsync("/channels/{channel}/messages", ct) is { } post)
                await File.WriteAllTextAsync(message, post.GetRawText(), ct);
            return took;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a program, and waits until the channels have its posts.</summary>
    /// <returns>From the first post to the last.</returns>
    public static async Task<TimeSpan> WatchAsync(
        Stage stage, IReadOnlyList<string> channels, int perChannel, Func<MeasuredProcess> start, CancellationToken ct)
    {
        var witness = new Witness(channels);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = Stopwatch.StartNew();
        var watched = witness.WatchAsync(stage.People, () => clock.Elapsed, watching.Token);
        await using (start())
        {
            while (witness.Posts < channels.Count * perChannel)
                await Task.Delay(Between, ct);
        }

        await watching.CancelAsync();
        await watched;
        return witness.LastPost!.Value - witness.FirstPost!.Value;
    }

    /// <summary>All channels, each with so many of the latest articles.</summary>
    static Dictionary<string, string> Settings(IReadOnlyList<string> channels, int articles)
    {
        var settings = new Dictionary<string, string> { ["DISCORD__REQUESTSPERSECOND"] = "10000" };
        foreach (var (index, channel) in channels.Index())
        {
            settings[$"CHANNELS__{index}__CHANNEL"] = channel;
            settings[$"CHANNELS__{index}__LATEST"] = articles.ToString(CultureInfo.InvariantCulture);
        }

        return settings;
    }
}
