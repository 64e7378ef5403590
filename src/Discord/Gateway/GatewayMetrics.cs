using System.Diagnostics.Metrics;

namespace Discord.Gateway;

/// <summary>What is counted of connections. While nobody listens, that costs next to nothing.</summary>
public static class GatewayMetrics
{
    public const string MeterName = "Discord.Gateway";

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Sessions = Meter.CreateCounter<long>(
        "discord.gateway.sessions", "{session}", "Sessions that began anew. Discord limits them to 1000 a day or more.");

    static readonly Counter<long> Resumes = Meter.CreateCounter<long>(
        "discord.gateway.resumes", "{session}", "Sessions that went on after a connection was lost.");

    static readonly Counter<long> Reconnects = Meter.CreateCounter<long>(
        "discord.gateway.reconnects", "{connection}", "Connections that ended or could not be opened, and were tried again.");

    /// <summary>Makes the counters known with 0, so that their first event is seen as an increase.</summary>
    public static void Begin()
    {
        foreach (var counter in (Counter<long>[])[Sessions, Resumes, Reconnects])
            counter.Add(0);
    }

    internal static void Connected(bool isResumed) => (isResumed ? Resumes : Sessions).Add(1);

    internal static void Reconnecting() => Reconnects.Add(1);
}
