using Discord.Gateway;

namespace Bot.Health;

/// <summary>
/// Whether every shard of this process hears Discord. A connection that was lost for a moment is resumed, and no problem; nor is a process
/// without shards, as long as others have them.
/// </summary>
sealed class GatewayCheck(GatewayClient gateway) : IHealthCheck
{
    /// <summary>Discord asks for a heartbeat in less than a minute, and acknowledges it.</summary>
    internal static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(90);

    const int MostNamed = 5;

    const string Remedy =
        "Wait a minute. If it stays so, look for the reason in the log, and at https://discordstatus.com whether Discord is down.";

    public string Name => "gateway";

    public bool IsConnected => Problem is null;

    public Task<HealthProblem?> FindAsync(CancellationToken ct) => Task.FromResult(Problem);

    HealthProblem? Problem
    {
        get
        {
            if (gateway.Shards is not { } shards)
                return new("The bot is not connected to Discord yet.", Remedy);
            var silent = shards.Where(one => one.Silence is not { } silence || silence > LongestSilence).ToList();
            if (silent.Count == 0)
                return null;
            var named = string.Join(", ", silent.Take(MostNamed).Select(Words)) + (silent.Count > MostNamed ? ", …" : "");
            return new($"{silent.Count} of {shards.Count} shards don't hear Discord: {named}.", Remedy);
        }
    }

    static string Words(ShardStatus status) => status.Silence is { } silence
        ? $"{status.Shard} (nothing for {silence.TotalSeconds:0} seconds)"
        : $"{status.Shard} (not connected yet)";
}
