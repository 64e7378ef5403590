namespace Benchmarks.Peers;

/// <summary>The processor time for events of many kinds, compressed with zlib-stream.</summary>
sealed class EventsRow : IPeerRow
{
    const int Events = 100_000;

    public string Name => "events";

    public async Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct)
    {
        var (ours, peers) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < bench.Rounds; round++)
        {
            using var desk = SeedDesk.OfSeed(files: 1);
            ours.Add(await ProcessorAsync(discord => bench.StartBot(discord, desk.Folder, desk.Database), ct));
            peers.Add(await ProcessorAsync(discord => PeerBench.StartDiscordJs("listen.js", discord, []), ct));
        }

        var (our, peer) = (Medians.Of(ours), Medians.Of(peers));
        return
        [
            PeerFigure.OfRatio(
                $"Processor time of {Events:N0} gateway events of mixed kinds, compressed", Units.Seconds(our),
                $"discord.js: {Units.Seconds(peer)}", our / peer, Target.AtMost(0.5)),
        ];
    }

    static async Task<TimeSpan> ProcessorAsync(Func<Uri, MeasuredProcess> start, CancellationToken ct)
    {
        await using var gateway = await EventsGateway.StartAsync(Events, ct);
        await using var bot = start(gateway.Address);
        await gateway.UntilConnectedAsync(ct);
        var before = bot.Processor;
        await gateway.SendAllAsync(ct);
        return bot.Processor - before;
    }
}
