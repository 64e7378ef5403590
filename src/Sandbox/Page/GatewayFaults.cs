using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Gateway;

namespace Sandbox.Page;

/// <summary>What the gateway does to every bot that is connected.</summary>
static class GatewayFaults
{
    /// <exception cref="PersonsMistake">The gateway has no such fault.</exception>
    public static void Cause(GatewayHub gateway, string fault, bool resumable, int times)
    {
        var cause = Read(fault, resumable, times);
        foreach (var session in gateway.Connected.ToList())
            cause(session);
    }

    /// <summary>What is still to come, as it is asked for; of several shards the one with most of it.</summary>
    public static IEnumerable<JsonObject> Waiting(GatewayHub gateway)
    {
        var sessions = gateway.Connected.ToList();
        var kinds = new (string Name, Func<GatewaySession, int> Left)[]
        {
            ("silence", session => session.Connection!.Unanswered),
            ("duplicate", session => session.Delivery.Duplicates),
            ("reorder", session => session.Delivery.Swaps),
        };
        return kinds.Select(kind => (kind.Name, Left: sessions.Select(kind.Left).DefaultIfEmpty().Max())).Where(kind => kind.Left > 0)
            .Select(kind => new JsonObject { ["gateway"] = kind.Name, ["times"] = kind.Left });
    }

    static Action<GatewaySession> Read(string fault, bool resumable, int times) => fault switch
    {
        "drop" => session => session.Connection!.Drop(),
        "heartbeat" => session => session.Connection!.AskForHeartbeat(),
        "reconnect" => session => session.Connection!.AskToReconnect(),
        "invalidate" => session => session.Connection!.Invalidate(resumable),
        "silence" => session => session.Connection!.LeaveUnanswered(times),
        "duplicate" => session => session.Delivery.Duplicate(times),
        "reorder" => session => session.Delivery.Reorder(times),
        _ => throw new PersonsMistake($"The gateway has no fault \"{fault}\". Known: drop, duplicate, heartbeat, invalidate, reconnect, reorder, silence."),
    };
}
