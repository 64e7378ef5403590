using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>Posts of cards to 40 channels, as fast as it goes, without limits.</summary>
sealed class PostsRow : IPeerRow
{
    const int Channels = 40;
    const int PerChannel = 50;

    public string Name => "posts";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var (ours, peers) = (new List<TimeSpan>(), new List<TimeSpan>());
        var message = bench.FileName("message.json");
        for (var round = 0; round < bench.Rounds; round++)
        {
            ours.Add(await PostedDesk.PostAsync(bench, Channels, PerChannel, isLimited: false, message, ct));
            peers.Add(await LoopAsync(message, ct));
        }

        var (our, peer) = (Medians.Of(ours), Medians.Of(peers));
        return
        [
            PeerFigure.OfRatio(
                $"{Channels * PerChannel:N0} cards to {Channels} channels, without limits: times as fast", Units.Seconds(our),
                $"discord.js, a loop for each channel: {Units.Seconds(peer)}", peer / our, Target.AtLeast(2)),
        ];
    }

    static async Task<TimeSpan> LoopAsync(string message, CancellationToken ct)
    {
        await using var stage = await Stage.OpenAsync(Channels, isLimited: false, ct);
        var channels = await stage.ChannelsAsync(ct);
        string[] arguments = [message, PerChannel.ToString(CultureInfo.InvariantCulture), .. channels];
        return await PostedDesk.WatchAsync(
            stage, channels, PerChannel, () => PeerBench.StartDiscordJs("post.js", stage.Address, arguments), ct);
    }
}

/// <summary>The same under Discord's limits, beside what the limits allow.</summary>
sealed class PostsUnderLimitsRow : IPeerRow
{
    const int Channels = 40;
    const int PerChannel = 50;

    public string Name => "posts-under-limits";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var took = await PostedDesk.PostAsync(bench, Channels, PerChannel, isLimited: true, bench.FileName("message.json"), ct);
        var least = PostingBenchmark.Least(Channels, PerChannel);
        return
        [
            PeerFigure.OfRatio(
                $"{Channels * PerChannel:N0} cards under Discord's limits: share of what they allow", Units.Seconds(took),
                $"the limits: {Units.Seconds(least)}", least / took, Target.AtLeast(0.98)),
        ];
    }
}
