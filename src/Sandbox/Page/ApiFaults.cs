using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>Reads how a request shall fail: <c>{"status": 429, "scope": "shared", "retry_after": 1336.57}</c>.</summary>
static class ApiFaults
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <exception cref="PersonsMistake">Requests do not fail like that.</exception>
    public static Fault Read(JsonObject fault)
    {
        var delay = Time(fault, "delay");
        if (fault.Flag("drop"))
            return new Fault { IsDrop = true, IsAfter = fault.Flag("after"), Delay = delay };
        // Late, and otherwise as always.
        if (delay > TimeSpan.Zero && fault["status"] is null)
            return new Fault { Delay = delay };
        return new Fault { Answer = Instead(fault), IsAfter = fault.Flag("after"), Delay = delay };
    }

    static Answer Instead(JsonObject fault) => (fault.Whole("status") ?? 500) switch
    {
        429 when fault.Flag("after") => throw new PersonsMistake("A request that is one too many is not carried out: after goes with 5xx."),
        429 => Limit(fault.Text("scope") ?? "user", Time(fault, "retry_after", unlessSaid: 1)),
        >= 500 and <= 599 and var status => Answer.Of((int)status, new JsonObject { ["message"] = $"{status}: A fault that was asked for", ["code"] = 0 }),
        _ => throw new PersonsMistake("A fault has a status of 429, or of 500 to 599."),
    };

    static Answer Limit(string scope, TimeSpan left) => scope switch
    {
        "user" => TooMany.User(left),
        "shared" => TooMany.Shared(left),
        "global" => TooMany.Global(left),
        "proxy" => TooMany.Proxy(left),
        _ => throw new PersonsMistake($"There is no scope \"{scope}\". Known: user, shared, global, proxy."),
    };

    static TimeSpan Time(JsonObject fault, string name, double unlessSaid = 0)
    {
        var seconds = fault[name].AsNumber() ?? unlessSaid;
        return seconds >= 0 && seconds <= Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new PersonsMistake($"{name} is 0 to {Longest.TotalSeconds} seconds.");
    }
}
