using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Gateway;

/// <summary>One identified bot: numbers its events and keeps them, so that a resumed connection misses none.</summary>
sealed class GatewaySession(string id, long intents, int shard, int shards)
{
    /// <summary>More than a news bot sees in the minutes that a session waits for its bot.</summary>
    const int Kept = 5000;

    readonly Queue<(long Sequence, string Frame)> sent = [];
    long sequence;

    public string Id => id;

    public Delivery Delivery { get; } = new();

    /// <summary>Where the bot listens now; null while it is gone and may still resume.</summary>
    public GatewayConnection? Connection { get; private set; }

    public DateTimeOffset LostAt { get; private set; }

    /// <summary>Whether this shard is the guild's: <c>(guild_id >> 22) % shards</c>, and 0 for direct messages.</summary>
    public bool Has(string? guildId) => (Snowflakes.Parse(guildId ?? "0") >> 22) % (ulong)shards == (ulong)shard;

    public bool Wants(long intent) => (intents & intent) == intent;

    public void Attach(GatewayConnection connection)
    {
        Connection = connection;
        Delivery.StartAnew();
    }

    public void Detach(DateTimeOffset now) => (Connection, LostAt) = (null, now);

    public void Dispatch(string name, JsonObject data)
    {
        sequence++;
        var frame = Json.Text(new JsonObject { ["op"] = Opcode.Dispatch, ["d"] = data.DeepClone(), ["s"] = sequence, ["t"] = name });
        sent.Enqueue((sequence, frame));
        if (sent.Count > Kept)
            sent.Dequeue();
        foreach (var next in Delivery.Next(frame))
            Connection?.Send(next);
    }

    /// <summary>Whether the bot could have seen this many events.</summary>
    public bool Reached(long seen) => seen >= 0 && seen <= sequence;

    /// <summary>Whether everything after that is still kept.</summary>
    public bool CanReplayAfter(long seen) => seen == sequence || (sent.TryPeek(out var oldest) && oldest.Sequence <= seen + 1);

    public void ReplayAfter(long seen)
    {
        foreach (var (_, frame) in sent.Where(kept => kept.Sequence > seen))
            Connection?.Send(frame);
    }
}
