using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>The latest API calls of bots, for the page; every call is also written to the calls file, if there is one.</summary>
sealed class CallLog(EventBus events)
{
    const int Kept = 200;

    readonly Queue<RecordedCall> latest = [];

    public void Add(RecordedCall call)
    {
        lock (latest)
        {
            latest.Enqueue(call);
            if (latest.Count > Kept)
                latest.Dequeue();
        }

        ExchangesFile.Append(() => Json.Bytes(call.ToJson()));
        events.SendToUsers("api_call", call.ToJson, _ => true);
    }

    /// <summary>Oldest first.</summary>
    public JsonArray ToJson()
    {
        lock (latest)
            return new JsonArray([.. latest.Select(call => (JsonNode)call.ToJson())]);
    }
}
