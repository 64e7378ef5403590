using System.Text.Json.Nodes;
using LocalDiscord.Gateway;
using LocalDiscord.Rules;

namespace LocalDiscord.Page;

/// <summary>Faults that affect every connected bot.</summary>
static class GatewayFaults
{
    /// <exception cref="UserErrorException">The gateway has no such fault.</exception>
    public static void Cause(GatewayHub gateway, string fault, bool resumable, int times)
    {
        var cause = Parse(fault, resumable, times);
        foreach (var session in gateway.Connected.ToList())
            cause(session);
    }

    /// <summary>Faults still to come, in the form in which they are planned; of several shards, the one with most of them counts.</summary>
    public static IEnumerable<JsonObject> Pending(GatewayHub gateway)
    {
        var sessions = gateway.Connected.ToList();
        var kinds = new (string Name, Func<GatewaySession, int> Left)[]
        {
            ("silence", session => session.Connection!.IgnoredHeartbeats),
            ("duplicate", session => session.Faults.Duplicates),
            ("reorder", session => session.Faults.Swaps),
        };
        return kinds.Select(kind => (kind.Name, Left: sessions.Select(kind.Left).DefaultIfEmpty().Max())).Where(kind => kind.Left > 0)
            .Select(kind => new JsonObject { ["gateway"] = kind.Name, ["times"] = kind.Left });
    }

    static Action<GatewaySession> Parse(string fault, bool resumable, int times) => fault switch
    {
        "drop" => session => session.Connection!.Drop(),
        "heartbeat" => session => session.Connection!.RequestHeartbeat(),
        "reconnect" => session => session.Connection!.RequestReconnect(),
        "invalidate" => session => session.Connection!.Invalidate(resumable),
        "silence" => session => session.Connection!.IgnoreHeartbeats(times),
        "duplicate" => session => session.Faults.Duplicate(times),
        "reorder" => session => session.Faults.Reorder(times),
        _ => throw new UserErrorException(
            $"The gateway has no fault \"{fault}\". Use one of drop, duplicate, heartbeat, invalidate, reconnect, reorder, silence."),
    };
}
