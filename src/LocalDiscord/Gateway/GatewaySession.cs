using System.Text.Json.Nodes;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>An identified bot. Its events are numbered and kept, so that a resumed connection misses none.</summary>
sealed class GatewaySession(string id, long intents, int shard, int shards)
{
    /// <summary>More events than a news bot gets while it can still resume.</summary>
    const int Kept = 5000;

    readonly Queue<(long Sequence, string Frame)> sent = [];
    long sequence;

    public string Id => id;

    public DeliveryFaults Faults { get; } = new();

    /// <summary>Null while the connection is lost and the bot can still resume.</summary>
    public GatewayConnection? Connection { get; private set; }

    public DateTimeOffset LostAt { get; private set; }

    /// <summary>Whether a guild belongs to this shard: <c>(guild_id >> 22) % shards</c>; direct messages belong to shard 0.</summary>
    public bool Has(string? guildId) => (Snowflakes.Parse(guildId ?? "0") >> 22) % (ulong)shards == (ulong)shard;

    public bool Wants(long intent) => (intents & intent) == intent;

    public void Attach(GatewayConnection connection)
    {
        Connection = connection;
        Faults.Reset();
    }

    public void Detach(DateTimeOffset now) => (Connection, LostAt) = (null, now);

    public void Dispatch(string name, JsonObject data)
    {
        ExchangesFile.Append(() => Json.Bytes(new JsonObject { ["event"] = name, ["data"] = data.DeepClone() }));
        sequence++;
        var frame = Json.Text(new JsonObject { ["op"] = Opcode.Dispatch, ["d"] = data.DeepClone(), ["s"] = sequence, ["t"] = name });
        sent.Enqueue((sequence, frame));
        if (sent.Count > Kept)
            sent.Dequeue();
        foreach (var next in Faults.Next(frame))
            Connection?.Send(next);
    }

    /// <summary>Whether the bot can have seen the event with this number.</summary>
    public bool HasReached(long seen) => seen >= 0 && seen <= sequence;

    /// <summary>Whether all later events are still kept.</summary>
    public bool CanReplayAfter(long seen) => seen == sequence || (sent.TryPeek(out var oldest) && oldest.Sequence <= seen + 1);

    public void ReplayAfter(long seen)
    {
        foreach (var (_, frame) in sent.Where(kept => kept.Sequence > seen))
            Connection?.Send(frame);
    }
}
