using System.Diagnostics.Metrics;

namespace Discord.Rest;

/// <summary>What is counted of requests. While nobody listens, that costs next to nothing.</summary>
public static class RestMetrics
{
    public const string MeterName = "Discord.Rest";

    const string Scope = "scope";

    /// <summary>Those of Discord's, and that of a 429 that came from somebody else. What a header says is no label.</summary>
    static readonly string[] Scopes = ["user", "global", "shared", "proxy"];

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Waits = Meter.CreateCounter<long>(
        "discord.rest.rate_limit.waits", "{request}", "Requests that had to wait for their turn under Discord's limits.");

    static readonly Counter<double> WaitTime = Meter.CreateCounter<double>(
        "discord.rest.rate_limit.wait", "s", "How long requests waited for their turn under Discord's limits.");

    static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "discord.rest.rate_limit.refusals", "{request}", "Requests that were refused with status 429, by whose limit it was.");

    /// <summary>Makes the counters known with 0, so that their first event is seen as an increase.</summary>
    public static void Begin()
    {
        Waits.Add(0);
        WaitTime.Add(0);
        foreach (var scope in Scopes)
            Refusals.Add(0, new KeyValuePair<string, object?>(Scope, scope));
    }

    internal static void Waited(TimeSpan time)
    {
        Waits.Add(1);
        WaitTime.Add(time.TotalSeconds);
    }

    /// <param name="scope">As Discord names it; null if it didn't.</param>
    internal static void Refused(string? scope) =>
        Refusals.Add(1, new KeyValuePair<string, object?>(Scope, Array.Find(Scopes, known => known == scope) ?? "proxy"));
}
