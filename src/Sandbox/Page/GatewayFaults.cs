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
